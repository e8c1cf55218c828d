/**
 * Gradients by a tape of coarse operations, each hand-differentiated:
 * {@link app.inkling.mllib.autodiff.Graph} records an {@link app.inkling.mllib.autodiff.Op} for every step
 * and replays the whole without allocating. Operations are in the classes whose
 * names end in {@code Ops}, by subject; {@link app.inkling.mllib.autodiff.MatrixOps} is the one to read first.
 * {@link app.inkling.mllib.autodiff.GradientCheck} is the judge of a new one.
 *
 * <p>May import {@code kernel} and {@code tensor}. Start with {@link app.inkling.mllib.autodiff.Graph}.
 */
package app.inkling.mllib.autodiff;
