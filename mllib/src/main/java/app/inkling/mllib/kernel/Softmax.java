package app.inkling.mllib.kernel;

/** Exponentials and softmax; sums in double precision, because they matter here. */
public final class Softmax {
  private static final double LOG2_E = 1.4426950408889634;
  /** ln 2 in two parts: the first has few enough bits for an exact product with any exponent. */
  private static final double LN2_HIGH = 0.693147180369123816490;
  private static final double LN2_LOW = 1.90821492927058770002e-10;
  /** Adding and taking away this number rounds a double to a whole one. */
  private static final double ROUND = 6755399441055744.0;
  private static final int LONG = 64;

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

  /** {@code y[j] = e^x[j] / sum of all e^x}; stable for any finite x. The two may be one array. */
  public static void softmax(float[] y, float[] x, int length) {
    double sum = exponentials(y, x, max(x, length), length);
    Rows.scale(y, (float) (1 / sum), y, length);
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

  /**
   * {@code y[j] = e^(x[j] - max)}. Rows of {@value #LONG} numbers or more go through
   * {@link #expOfDifference}; in shorter ones vectors gain little, and each is rounded from {@link #exp}.
   *
   * @param max the largest of x
   * @return the sum of all y; its logarithm and {@code max} together are the logarithm of the sum of all e^x
   */
  public static double exponentials(float[] y, float[] x, float max, int length) {
    if (isLong(length)) {
      expOfDifference(y, x, max, length);
      return Rows.sumOfFour(y, length);
    }
    double sum = 0;
    for (int j = 0; j < length; j++) {
      double e = exp(x[j] - (double) max);
      y[j] = (float) e;
      sum += e;
    }
    return sum;
  }

  /** Whether exponentials of such a row are so quick that computing them again beats keeping them. */
  public static boolean isLong(int length) {
    return length >= LONG;
  }

  /**
   * {@code y[j] = e^(x[j] - max)} for x of at most {@code max}, within 3e-6 of its size down to e^-10, 1e-5
   * down to e^-30 and 1e-17 below, in additions, products and one division, all of which vectors have: with
   * s = (max - x) / 256, m = e^s - 1 from the Taylor series, eight times m (2 + m) for e^2s - 1, and the
   * inverse at the end. All terms are positive, so nothing cancels, and what is too small overflows to an
   * inverse of 0.
   */
  public static void expOfDifference(float[] y, float[] x, float max, int length) {
    for (int j = 0; j < length; j++) {
      float s = (max - x[j]) * (1f / 256);
      float m = s * (1 + s * (1f / 2 + s * (1f / 6 + s * (1f / 24 + s * (1f / 120)))));
      m = m * (2 + m);
      m = m * (2 + m);
      m = m * (2 + m);
      m = m * (2 + m);
      m = m * (2 + m);
      m = m * (2 + m);
      m = m * (2 + m);
      m = m * (2 + m);
      y[j] = 1 / (1 + m);
    }
  }

  /** The largest of a row. */
  public static float max(float[] x, int length) {
    float max = x[0];
    for (int j = 1; j < length; j++) {
      max = Math.max(max, x[j]);
    }
    return max;
  }
}
