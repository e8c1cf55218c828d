package app.inkling.mllib.kernel;

/** Rows brought to mean 0 and variance 1, with sums in double precision. */
public final class Normalization {
  private Normalization() {}

  /**
   * {@code y = (x - mean) / sqrt(variance + epsilon)}, both over the row.
   *
   * @return {@code 1 / sqrt(variance + epsilon)}
   */
  public static float normalize(float[] y, float[] x, float epsilon, int length) {
    double mean = Rows.sum(x, length) / length;
    double squares = 0;
    for (int j = 0; j < length; j++) {
      double difference = x[j] - mean;
      squares += difference * difference;
    }
    double factor = 1 / Math.sqrt(squares / length + epsilon);
    for (int j = 0; j < length; j++) {
      y[j] = (float) ((x[j] - mean) * factor);
    }
    return (float) factor;
  }

  /**
   * {@code dx = factor * (dy - mean of dy - y * mean of dy * y)}, where y and {@code factor} are
   * {@link #normalize}'s; dx and dy may be one array.
   */
  public static void normalizeGradient(float[] dx, float[] dy, float[] y, float factor, int length) {
    double sum = 0;
    double product = 0;
    for (int j = 0; j < length; j++) {
      sum += dy[j];
      product += (double) dy[j] * y[j];
    }
    float mean = (float) (sum / length);
    float share = (float) (product / length);
    for (int j = 0; j < length; j++) {
      dx[j] = factor * (dy[j] - mean - y[j] * share);
    }
  }

  /** {@code y = gain * x + bias}. */
  public static void scaleAndShift(float[] y, float[] gain, float[] x, float[] bias, int length) {
    for (int j = 0; j < length; j++) {
      y[j] = gain[j] * x[j] + bias[j];
    }
  }
}
