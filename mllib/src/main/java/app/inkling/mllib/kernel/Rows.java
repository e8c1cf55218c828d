package app.inkling.mllib.kernel;

/** Element-wise arithmetic on rows, and sums. */
public final class Rows {
  private Rows() {}

  /** {@code c = a + b}. */
  public static void sum(float[] c, float[] a, float[] b, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = a[j] + b[j];
    }
  }

  /** {@code c += a}. */
  public static void add(float[] c, float[] a, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = c[j] + a[j];
    }
  }

  /** {@code c = a * b}. */
  public static void multiply(float[] c, float[] a, float[] b, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = a[j] * b[j];
    }
  }

  /** {@code c = factor * a}; the two may be one array. */
  public static void scale(float[] c, float factor, float[] a, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = factor * a[j];
    }
  }

  /** {@code c = the larger of a and b}. */
  public static void max(float[] c, float[] a, float[] b, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = Math.max(a[j], b[j]);
    }
  }

  /** {@code c = a + share * (b - a)}: a step of {@code share} from a to b. */
  public static void blend(float[] c, float[] a, float[] b, float share, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = a[j] + share * (b[j] - a[j]);
    }
  }

  /** Sum in double precision, in order. */
  public static double sum(float[] a, int length) {
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += a[j];
    }
    return sum;
  }

  /** Sum of squares in double precision, in order. */
  public static double sumOfSquares(float[] a, int length) {
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += (double) a[j] * a[j];
    }
    return sum;
  }

  /**
   * Where {@code values} equals {@code maxima}, moves {@code open} to {@code gradient} and leaves 0 in
   * {@code open}; elsewhere {@code gradient} becomes 0. So that each maximum passes its gradient to its first
   * occurrence. Without a choice inside: with d = maximum - value, d / (d + tiny) is exactly 0 for d = 0 and
   * 1 for any other difference of normal floats.
   */
  public static void claimMaximum(float[] gradient, float[] open, float[] values, float[] maxima,
      int length) {
    for (int j = 0; j < length; j++) {
      float d = maxima[j] - values[j];
      float g = open[j] - open[j] * (d / (d + Float.MIN_NORMAL));
      gradient[j] = g;
      open[j] = open[j] - g;
    }
  }
}
