package app.inkling.mllib.train.session;

/** The standard normal distribution's tail. */
final class Normal {
  private Normal() {}

  /**
   * Probability of exceeding z. By the continued fraction of the complementary error function for large |z|
   * and its series for small (Abramowitz and Stegun, 1964, 26.2.14 and 26.2.11); right to 12 digits.
   */
  static double above(double z) {
    if (z < 0) {
      return 1 - above(-z);
    }
    double density = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    if (z < 3) {
      double term = z;
      double sum = z;
      for (int k = 1; term > 1e-17 * sum; k++) {
        term *= z * z / (2 * k + 1);
        sum += term;
      }
      return 0.5 - density * sum;
    }
    double fraction = z;
    for (int k = 100; k >= 1; k--) {
      fraction = z + k / fraction;
    }
    return density / fraction;
  }
}
