package app.inkling.mllib.kernel;

/** Sums over a batch, kept apart for each feature, in double precision and in the order of the rows. */
public final class BatchStatistics {
  private BatchStatistics() {}

  /** {@code sums += a}, feature by feature. */
  public static void addSums(double[] sums, float[] a, int length) {
    for (int j = 0; j < length; j++) {
      sums[j] = sums[j] + a[j];
    }
  }

  /** {@code sums += a * b}, feature by feature. */
  public static void addProducts(double[] sums, float[] a, float[] b, int length) {
    for (int j = 0; j < length; j++) {
      sums[j] = sums[j] + (double) a[j] * b[j];
    }
  }

  /** Sum of {@code a * b}. */
  public static double product(float[] a, float[] b, int length) {
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += (double) a[j] * b[j];
    }
    return sum;
  }

  /** {@code y = factor * x + shift}; the two may be one array. */
  public static void scaleAndShift(float[] y, float factor, float[] x, float shift, int length) {
    for (int j = 0; j < length; j++) {
      y[j] = factor * x[j] + shift;
    }
  }
}
