package app.inkling.mllib.suggest;

/**
 * One step of the network on whatever engine runs it: our own ({@link
 * app.inkling.mllib.model.text.WordNet.Stepper}) or another that was chosen for being faster and right.
 */
@FunctionalInterface
public interface NetworkStep {
  /**
   * @param word number of a word
   * @param before state after the words before it, all 0 at the start
   * @param after gets the state after it; may be {@code before}
   * @return probabilities of the next word by number; valid until the next call
   */
  float[] step(int word, float[] before, float[] after);
}
