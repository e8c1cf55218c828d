/**
 * Networks for rows of numbers and for images: the course's small ones, each a lesson in one file.
 *
 * <p>Start with {@link app.inkling.mllib.model.vision.PlaneNet}, which learns a formula from four points,
 * then {@link app.inkling.mllib.model.vision.Perceptrons} (what layers are), {@link
 * app.inkling.mllib.model.vision.BooleanNet} (what they can express), {@link
 * app.inkling.mllib.model.vision.Autoencoder} (a bottleneck), {@link app.inkling.mllib.model.vision.LeNet5}
 * (images), {@link app.inkling.mllib.model.vision.SkipStack} (depth), {@link
 * app.inkling.mllib.model.vision.Ensemble} and {@link app.inkling.mllib.model.vision.DropoutSamples} (many
 * networks, or one as many). May import all up to {@code train}.
 */
package app.inkling.mllib.model.vision;
