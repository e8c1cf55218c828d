package app.inkling.mllib.bench.work;

/** A library that takes part. Has a constructor without parameters. */
public interface Contender {
  /**
   * Prepares a workload: weights from {@link Weights}, data from {@link Images} and {@link Texts}.
   *
   * @param threads that may compute, at most
   * @throws UnsupportedOperationException the library has no such thing; the message says what it lacks
   */
  Work open(Workload workload, int threads) throws Exception;
}
