package app.inkling.mllib.suggest;

/** What the network alone says comes next: computed here and now, or beside the typist. */
public interface NetworkWords {
  /**
   * @param before numbers of the words of the sentence so far
   * @return probability of each word of the vocabulary by number, not to be changed, valid until the next
   *     call; null when there is no answer yet, or none at all
   */
  float[] after(int[] before);

  /** Drops what is remembered of the sentence. */
  void clear();
}
