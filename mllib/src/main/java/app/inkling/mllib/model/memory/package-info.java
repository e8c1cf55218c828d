/**
 * Networks that choose what to look at: a machine with a memory outside of its network, and glimpses of an
 * image.
 *
 * <p>May import {@code kernel} to {@code train}. Start with {@link
 * app.inkling.mllib.model.memory.NeuralTuringMachine} and what it learns, {@link
 * app.inkling.mllib.model.memory.CopyTraining}; then {@link app.inkling.mllib.model.memory.GlimpseNetwork}.
 */
package app.inkling.mllib.model.memory;
