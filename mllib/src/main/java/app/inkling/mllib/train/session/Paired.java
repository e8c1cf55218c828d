package app.inkling.mllib.train.session;

/**
 * How often two models were right about the same things, and how often only one of them was.
 *
 * @param of things asked
 * @param first answers of the first model that were right
 * @param onlyFirst those that the second had wrong
 */
public record Paired(int of, int first, int second, int onlyFirst, int onlySecond) {
  public Paired {
    if (onlyFirst < 0 || onlySecond < 0 || first - onlyFirst != second - onlySecond
        || first < onlyFirst || of < first + onlySecond) {
      throw new IllegalArgumentException("Paired: " + first + " and " + second + " right of " + of + ", "
          + onlyFirst + " and " + onlySecond + " of them alone; wants counts of the same answers");
    }
  }

  /** Nothing asked. */
  public static final Paired NONE = new Paired(0, 0, 0, 0, 0);

  /** One more answer of each. */
  public Paired and(boolean firstRight, boolean secondRight) {
    return new Paired(of + 1, first + (firstRight ? 1 : 0), second + (secondRight ? 1 : 0),
        onlyFirst + (firstRight && !secondRight ? 1 : 0), onlySecond + (secondRight && !firstRight ? 1 : 0));
  }

  /** Probability that chance alone parts them so far: {@link McNemar}'s test. */
  public double chance() {
    return McNemar.probability(onlyFirst, onlySecond);
  }
}
