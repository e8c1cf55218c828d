package app.inkling.mllib.digits;

/** What speaks for a class besides the network: a reader asks it about every image before it decides. */
public interface Evidence {
  /** There is none. */
  Evidence NONE = (image, probabilities) -> {};

  /**
   * Changes the network's probabilities in place; they sum to 1 before and after.
   *
   * @param image 784 values row by row, 0 paper to 1 ink
   * @param probabilities of the ten digits and {@link DigitModel#NOT_A_DIGIT}
   */
  void weigh(float[] image, float[] probabilities);
}
