/**
 * Gradients by a tape of coarse operations, each hand-differentiated:
 * {@link app.inkling.mllib.autodiff.Graph} records an {@link app.inkling.mllib.autodiff.Op} for every step
 * and replays the whole without allocating. Operations by subject:
 * {@link app.inkling.mllib.autodiff.MatrixOps}, {@link app.inkling.mllib.autodiff.ElementOps},
 * {@link app.inkling.mllib.autodiff.ImageOps}, {@link app.inkling.mllib.autodiff.MemoryOps}, {@link
 * app.inkling.mllib.autodiff.GlimpseOps}. {@link app.inkling.mllib.autodiff.GradientCheck} is the judge of a
 * new one.
 *
 * <p>May import {@code kernel} and {@code tensor}. Start with {@link app.inkling.mllib.autodiff.Graph}.
 */
package app.inkling.mllib.autodiff;
