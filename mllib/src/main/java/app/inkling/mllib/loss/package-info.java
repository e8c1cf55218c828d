/**
 * Losses: functions of a network's output and the targets to one number that training makes small. From
 * logits, not from probabilities, for they are exact there.
 *
 * <p>May import {@code kernel}, {@code tensor}, {@code autodiff}, {@code nn}. Start with
 * {@link app.inkling.mllib.loss.SoftmaxCrossEntropy}.
 */
package app.inkling.mllib.loss;
