package app.inkling.mllib.train;

/**
 * One update as it was made.
 *
 * @param step number of the update, from 1
 * @param loss mean over the batch, before the update
 * @param gradientNorm Euclidean, before clipping
 * @param learningRate used
 */
public record StepReport(long step, double loss, double gradientNorm, float learningRate) {}
