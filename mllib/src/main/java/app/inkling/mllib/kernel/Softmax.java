package app.inkling.mllib.kernel;

/** Exponentials, softmax and log-sum-exp; inside in double precision, because sums matter here. */
public final class Softmax {
  private static final double LOG2_E = 1.4426950408889634;
  /** ln 2 in two parts: the first has few enough bits for an exact product with any exponent. */
  private static final double LN2_HIGH = 0.693147180369123816490;
  private static final double LN2_LOW = 1.90821492927058770002e-10;
  /** Adding and taking away this number rounds a double to a whole one. */
  private static final double ROUND = 6755399441055744.0;

  private Softmax() {}

  /**
   * e^x for -700 to 700, relative error below 1e-11 (beyond: clamped), from additions and products alone, so
   * that every machine gives the same bits: x = n ln 2 + r with |r| at most ln 2 / 2, e^x = 2^n times the
   * Taylor polynomial of r.
   */
  public static double exp(double x) {
    double clamped = Math.max(-700, Math.min(700, x));
    double n = (clamped * LOG2_E + ROUND) - ROUND;
    double r = (clamped - n * LN2_HIGH) - n * LN2_LOW;
    double p = 1 + r / 10;
    p = 1 + r / 9 * p;
    p = 1 + r / 8 * p;
    p = 1 + r / 7 * p;
    p = 1 + r / 6 * p;
    p = 1 + r / 5 * p;
    p = 1 + r / 4 * p;
    p = 1 + r / 3 * p;
    p = 1 + r / 2 * p;
    p = 1 + r * p;
    return p * Double.longBitsToDouble((long) (n + 1023) << 52);
  }

  /** {@code y[j] = e^x[j] / sum of all e^x}; stable for any finite x. */
  public static void softmax(float[] y, float[] x, int length) {
    double max = max(x, length);
    double sum = 0;
    for (int j = 0; j < length; j++) {
      double e = exp(x[j] - max);
      y[j] = (float) e;
      sum += e;
    }
    float factor = (float) (1 / sum);
    Rows.scale(y, factor, y, length);
  }

  /** {@code dx = y * (dy - sum of dy * y)}. */
  public static void softmaxGradient(float[] dx, float[] dy, float[] y, int length) {
    double dot = 0;
    for (int j = 0; j < length; j++) {
      dot += (double) dy[j] * y[j];
    }
    float mean = (float) dot;
    for (int j = 0; j < length; j++) {
      dx[j] = y[j] * (dy[j] - mean);
    }
  }

  /** ln of the sum of all e^x; stable for any finite x. */
  public static double logSumExp(float[] x, int length) {
    double max = max(x, length);
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += exp(x[j] - max);
    }
    return max + StrictMath.log(sum);
  }

  private static float max(float[] x, int length) {
    float max = x[0];
    for (int j = 1; j < length; j++) {
      max = Math.max(max, x[j]);
    }
    return max;
  }
}
