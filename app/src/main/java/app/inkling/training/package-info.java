/**
 * Learning from what the user drew and wrote: sessions and their curves, the tree of versions, comparing two
 * of them, going back.
 *
 * <p>May import: mllib, AndroidX, {@code common}, {@code data}, {@code engines}. Never another feature
 * package.
 *
 * <p>Start with {@link app.inkling.training.Trainings}: it holds a session's story, the rest runs or
 * shows it.
 */
package app.inkling.training;
