package app.inkling.mllib.model.text;

/**
 * Two models of one vocabulary, each with its share: {@code p = s p1 + (1 - s) p2}. Where they err differently
 * the mixture is better than both: counts know rare sequences, networks what is alike.
 */
public final class Mixture implements LanguageModel {
  private static final int ROUNDS = 50;

  private final LanguageModel first;
  private final LanguageModel second;
  private final double share;

  /** @param share of the first, 0 to 1 */
  public Mixture(LanguageModel first, LanguageModel second, double share) {
    if (first.words() != second.words() || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("Mixture: wants two models of one vocabulary and a share from 0 to 1, got "
          + first.words() + " and " + second.words() + " words, share " + share);
    }
    this.first = first;
    this.second = second;
    this.share = share;
  }

  /**
   * The share under which a text is likeliest, by expectation maximisation (Jelinek and Mercer 1980,
   * "Interpolated estimation of Markov source parameters"): each round takes how much of every word the first
   * model would have to answer for. It wants a text that neither model has learned from.
   *
   * @param first probabilities of the text's words by the first model, above 0
   * @param second by the second
   */
  public static double bestShare(double[] first, double[] second) {
    return bestShare(first, second, ROUNDS);
  }

  /** The same, after so many rounds; a half of no text. */
  public static double bestShare(double[] first, double[] second, int rounds) {
    double share = 0.5;
    for (int round = 0; round < rounds && first.length > 0; round++) {
      double sum = 0;
      for (int i = 0; i < first.length; i++) {
        sum += share * first[i] / mix(first[i], second[i], share);
      }
      share = sum / first.length;
    }
    return share;
  }

  /** Mixed word by word. */
  public static double[] mix(double[] first, double[] second, double share) {
    double[] mixed = new double[first.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = mix(first[i], second[i], share);
    }
    return mixed;
  }

  private static double mix(double first, double second, double share) {
    return share * first + (1 - share) * second;
  }

  @Override
  public int words() {
    return first.words();
  }

  @Override
  public double[] probabilities(int[] text) {
    return mix(first.probabilities(text), second.probabilities(text), share);
  }

  @Override
  public Reader reader() {
    Reader one = first.reader();
    Reader other = second.reader();
    return new Reader() {
      @Override
      public double probability(int word) {
        return mix(one.probability(word), other.probability(word), share);
      }

      @Override
      public void read(int word) {
        one.read(word);
        other.read(word);
      }
    };
  }
}
