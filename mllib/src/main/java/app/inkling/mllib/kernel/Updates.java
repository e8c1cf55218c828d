package app.inkling.mllib.kernel;

/** The arithmetic of optimisers, a row at a time: w weights, g gradient, m and v moments. */
public final class Updates {
  private Updates() {}

  /** {@code w -= rate * g}. */
  public static void descend(float[] w, float[] g, float rate, int length) {
    for (int j = 0; j < length; j++) {
      w[j] = w[j] - rate * g[j];
    }
  }

  /** {@code m = keep * m + rate * g}. */
  public static void blend(float[] m, float keep, float[] g, float rate, int length) {
    for (int j = 0; j < length; j++) {
      m[j] = keep * m[j] + rate * g[j];
    }
  }

  /** {@code v = keep * v + rate * g * g}. */
  public static void blendSquares(float[] v, float keep, float[] g, float rate, int length) {
    for (int j = 0; j < length; j++) {
      v[j] = keep * v[j] + rate * g[j] * g[j];
    }
  }

  /** {@code w -= rate * m / (scale * sqrt(v) + epsilon)}. */
  public static void descendScaled(float[] w, float[] m, float[] v, float rate, float scale, float epsilon,
      int length) {
    for (int j = 0; j < length; j++) {
      w[j] = w[j] - rate * m[j] / (scale * (float) Math.sqrt(v[j]) + epsilon);
    }
  }
}
