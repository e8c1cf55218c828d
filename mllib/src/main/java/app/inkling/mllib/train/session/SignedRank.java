package app.inkling.mllib.train.session;

import java.util.Arrays;

/**
 * Wilcoxon's signed-rank test for pairs (Wilcoxon, "Individual comparisons by ranking methods", 1945),
 * one-sided: how likely differences as far above 0 as these would be, were every one as likely to have the
 * other sign. It uses ranks, so that one drawing that was very wrong can't outvote all others.
 */
public final class SignedRank {
  /** Up to so many differences without ties the probability is counted out. */
  private static final int LARGEST_EXACT = 50;

  private SignedRank() {}

  /**
   * The probability; small when the differences lie above 0. Differences of 0 are left out; exact for up to
   * 50 differences of distinct sizes, else by the normal distribution with corrections for ties and
   * continuity, as R's {@code wilcox.test}.
   *
   * @return 0 to 1; 1 when no difference is left
   */
  public static double above(double[] differences) {
    double[] some = Arrays.stream(differences).filter(d -> d != 0).toArray();
    Integer[] order = new Integer[some.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(Math.abs(some[a]), Math.abs(some[b])));
    double sum = 0;
    double ties = 0;
    for (int from = 0; from < some.length; ) {
      int to = from + 1;
      while (to < some.length && Math.abs(some[order[to]]) == Math.abs(some[order[from]])) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        sum += some[order[i]] > 0 ? rank : 0;
      }
      double tied = to - from;
      ties += tied * tied * tied - tied;
      from = to;
    }
    if (some.length == 0) {
      return 1;
    }
    return ties == 0 && some.length <= LARGEST_EXACT ? exact(some.length, (int) sum)
        : normal(some.length, sum, ties);
  }

  /** Share of the 2^n choices of signs whose positive ranks sum to at least {@code sum}. */
  private static double exact(int n, int sum) {
    int most = n * (n + 1) / 2;
    double[] share = new double[most + 1];
    share[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int s = most; s >= 0; s--) {
        share[s] = (share[s] + (s >= rank ? share[s - rank] : 0)) / 2;
      }
    }
    double tail = 0;
    for (int s = most; s >= sum; s--) {
      tail += share[s];
    }
    return Math.min(1, tail);
  }

  private static double normal(double n, double sum, double ties) {
    double mean = n * (n + 1) / 4;
    double variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
    return Normal.above((sum - mean - 0.5) / StrictMath.sqrt(variance));
  }
}
