package app.inkling.mllib.train;

import app.inkling.mllib.kernel.Kernels;

/**
 * How a {@link Trainer} works; {@link #DEFAULTS} and then {@code with...} what should differ. Immutable.
 *
 * @param batchSize examples an update, a multiple of {@code shardSize}
 * @param shardSize examples a graph; fixes the order of all sums, so that the number of threads changes
 *   nothing
 * @param threads that work on the shards of a batch, at least 1
 * @param clipNorm longest gradient an update uses; infinity for no limit
 * @param averageKeep share of the weights' moving average that survives a step, 0 for no average
 * @param seed of everything random: dropout and augmentation
 * @param kernels the arithmetic; what is saved names it, and only the same can go on
 * @param rounds in which a batch is worked through, a divisor of its number of shards; gradients accumulate
 *   over them. More
 *     rounds want less memory and change no byte
 */
public record TrainerOptions(int batchSize, int shardSize, int threads, float clipNorm, float averageKeep,
    long seed,
    Kernels kernels, int rounds) {
  public static final TrainerOptions DEFAULTS = new TrainerOptions(64, 32, 1, Float.POSITIVE_INFINITY, 0, 1,
      Kernels.PLAIN, 1);

  public TrainerOptions {
    if (shardSize < 1 || batchSize < shardSize || batchSize % shardSize != 0) {
      throw new IllegalArgumentException("TrainerOptions: batches of " + batchSize + " in shards of "
          + shardSize
          + "; wants a multiple of the shard size");
    }
    if (threads < 1 || !(clipNorm > 0)) {
      throw new IllegalArgumentException("TrainerOptions: " + threads + " threads, clipNorm " + clipNorm
          + "; wants at least 1 thread and a norm above 0");
    }
    if (rounds < 1 || batchSize / shardSize % rounds != 0) {
      throw new IllegalArgumentException("TrainerOptions: " + batchSize / shardSize + " shards in " + rounds
          + " rounds; wants a divisor of the number of shards");
    }
  }

  public TrainerOptions withRounds(int rounds) {
    return new TrainerOptions(batchSize, shardSize, threads, clipNorm, averageKeep, seed, kernels, rounds);
  }

  public TrainerOptions withBatch(int batchSize, int shardSize) {
    return new TrainerOptions(batchSize, shardSize, threads, clipNorm, averageKeep, seed, kernels, rounds);
  }

  public TrainerOptions withThreads(int threads) {
    return new TrainerOptions(batchSize, shardSize, threads, clipNorm, averageKeep, seed, kernels, rounds);
  }

  public TrainerOptions withClipNorm(float clipNorm) {
    return new TrainerOptions(batchSize, shardSize, threads, clipNorm, averageKeep, seed, kernels, rounds);
  }

  public TrainerOptions withAverage(float averageKeep) {
    return new TrainerOptions(batchSize, shardSize, threads, clipNorm, averageKeep, seed, kernels, rounds);
  }

  public TrainerOptions withSeed(long seed) {
    return new TrainerOptions(batchSize, shardSize, threads, clipNorm, averageKeep, seed, kernels, rounds);
  }

  public TrainerOptions withKernels(Kernels kernels) {
    return new TrainerOptions(batchSize, shardSize, threads, clipNorm, averageKeep, seed, kernels, rounds);
  }
}
