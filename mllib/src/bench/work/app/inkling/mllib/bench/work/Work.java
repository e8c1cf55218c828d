package app.inkling.mllib.bench.work;

/** A workload in the hands of one library, ready to go. */
public interface Work extends AutoCloseable {
  /**
   * The next step: what every library does with the same numbers.
   *
   * @return training: the batch's loss before the update; answering: the probability of the example's class
   *     or next word; multiplying: one element of the product
   */
  float step() throws Exception;

  @Override
  void close() throws Exception;
}
