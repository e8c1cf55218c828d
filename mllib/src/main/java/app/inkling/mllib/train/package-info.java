/**
 * Training a model, and keeping it: the trainer that cuts batches into shards, and the checkpoint file.
 *
 * <p>May import {@code kernel}, {@code tensor}, {@code autodiff}, {@code nn}, {@code loss}, {@code optim},
 * {@code data}.
 *
 * <p>Start with {@link app.inkling.mllib.train.Checkpoint} for the file, and {@code Trainer} for the life of
 * one step.
 */
package app.inkling.mllib.train;
