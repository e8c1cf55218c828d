package app.inkling.mllib.train.session;

/**
 * McNemar's test, whether of two models one is right more often on the same examples (McNemar, "Note on the
 * sampling error of the difference between correlated proportions", 1947). Only the examples count on which
 * exactly one of them is right; were the models equally good, each would be as likely to be the right one.
 */
public final class McNemar {
  /** Up to so many disagreements the binomial distribution is summed up. */
  private static final int LARGEST_EXACT = 1000;

  private McNemar() {}

  /**
   * The two-sided probability that chance alone parts them so far: exact binomial up to 1000 disagreements,
   * else the normal distribution with continuity correction.
   *
   * @param onlyFirst examples that the first model alone got right
   * @param onlySecond examples that the second alone got right
   * @return 0 to 1; 1 when they are never right apart
   */
  public static double probability(int onlyFirst, int onlySecond) {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException("McNemar: counts " + onlyFirst + " and " + onlySecond
          + "; wants 0 or more");
    }
    int n = onlyFirst + onlySecond;
    int fewer = Math.min(onlyFirst, onlySecond);
    if (n > LARGEST_EXACT) {
      double z = (Math.abs(onlyFirst - onlySecond) - 1) / StrictMath.sqrt(n);
      return Math.min(1, 2 * Normal.above(z));
    }
    double share = StrictMath.pow(0.5, n);
    double tail = 0;
    for (int k = 0; k <= fewer; k++) {
      tail += share;
      share *= (double) (n - k) / (k + 1);
    }
    return Math.min(1, 2 * tail);
  }
}
