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

  /** {@code c = factor * (a - shift)}; the two may be one array. */
  public static void scaleDifference(float[] c, float factor, float[] a, float shift, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = factor * (a[j] - shift);
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

  /** The place of the largest number; of equal ones the first. */
  public static int largest(float[] a, int length) {
    int best = 0;
    for (int j = 1; j < length; j++) {
      best = a[j] > a[best] ? j : best;
    }
    return best;
  }

  /** {@code a * b} in double precision, in order. */
  public static double dot(float[] a, float[] b, int length) {
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += (double) a[j] * b[j];
    }
    return sum;
  }

  /** Sum in double precision, in order. */
  public static double sum(float[] a, int length) {
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += a[j];
    }
    return sum;
  }

  /**
   * Sum in double precision as four sums, of every fourth number each, that are added at the end: an addition
   * waits for the one before, and four wait at the same time.
   */
  public static double sumOfFour(float[] a, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int j = 0;
    for (; j + 4 <= length; j += 4) {
      s0 += a[j];
      s1 += a[j + 1];
      s2 += a[j + 2];
      s3 += a[j + 3];
    }
    for (; j < length; j++) {
      s0 += a[j];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** Sums of the first eight rows, each as {@link #sum(float[], int)} gives it, at the same time. */
  public static void sums8(double[] sums, float[][] rows, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    float[] r0 = rows[0];
    float[] r1 = rows[1];
    float[] r2 = rows[2];
    float[] r3 = rows[3];
    float[] r4 = rows[4];
    float[] r5 = rows[5];
    float[] r6 = rows[6];
    float[] r7 = rows[7];
    for (int j = 0; j < length; j++) {
      s0 += r0[j];
      s1 += r1[j];
      s2 += r2[j];
      s3 += r3[j];
      s4 += r4[j];
      s5 += r5[j];
      s6 += r6[j];
      s7 += r7[j];
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
    sums[4] = s4;
    sums[5] = s5;
    sums[6] = s6;
    sums[7] = s7;
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
   * Sums of squares of eight rows from row {@code from} on, each as {@link #sumOfSquares} gives it: an
   * addition waits for the one before, and eight sums wait at the same time.
   */
  public static void sumsOfSquares8(double[] sums, float[][] rows, int from, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    float[] r0 = rows[from];
    float[] r1 = rows[from + 1];
    float[] r2 = rows[from + 2];
    float[] r3 = rows[from + 3];
    float[] r4 = rows[from + 4];
    float[] r5 = rows[from + 5];
    float[] r6 = rows[from + 6];
    float[] r7 = rows[from + 7];
    for (int j = 0; j < length; j++) {
      s0 += (double) r0[j] * r0[j];
      s1 += (double) r1[j] * r1[j];
      s2 += (double) r2[j] * r2[j];
      s3 += (double) r3[j] * r3[j];
      s4 += (double) r4[j] * r4[j];
      s5 += (double) r5[j] * r5[j];
      s6 += (double) r6[j] * r6[j];
      s7 += (double) r7[j] * r7[j];
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
    sums[4] = s4;
    sums[5] = s5;
    sums[6] = s6;
    sums[7] = s7;
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
