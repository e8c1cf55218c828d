/**
 * How gradients become better weights: optimisers that own their state, learning-rate schedules, clipping, and the moving
 * average of weights.
 *
 * <p>May import {@code kernel} and {@code tensor}. Knows nothing of graphs: an optimiser sees a list of tensors and a list
 * of gradients in the same order.
 *
 * <p>Start with {@link app.inkling.mllib.optim.Momentum}, the shortest optimiser that has a state.
 */
package app.inkling.mllib.optim;
