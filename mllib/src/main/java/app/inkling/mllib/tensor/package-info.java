/**
 * Numbers with a shape: {@link app.inkling.mllib.tensor.Tensor} keeps its last dimension in rows, so that
 * every kernel sees plain arrays. Also randomness that can be saved ({@link app.inkling.mllib.tensor.Rng})
 * and initial weights.
 *
 * <p>May import {@code kernel}. Start with {@link app.inkling.mllib.tensor.Tensor}.
 */
package app.inkling.mllib.tensor;
