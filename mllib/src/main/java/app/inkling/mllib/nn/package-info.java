/**
 * Layers: short compositions of {@code autodiff} operations that own parameters and describe themselves in
 * one line.
 *
 * <p>May import {@code kernel}, {@code tensor}, {@code autodiff}. Start with
 * {@link app.inkling.mllib.nn.Layer}, then {@link app.inkling.mllib.nn.Sequential}. A new layer is added to
 * {@link app.inkling.mllib.nn.Layers} as well.
 */
package app.inkling.mllib.nn;
