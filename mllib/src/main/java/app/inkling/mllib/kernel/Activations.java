package app.inkling.mllib.kernel;

/**
 * Activation functions and their gradients, the same to the bit on every machine. x is the input, y the
 * output, dx and dy the loss's derivatives by them.
 */
public final class Activations {
  private Activations() {}

  /** {@code y = max(x, 0)}, written as (x + |x|) / 2. Minus infinity gives NaN. */
  public static void relu(float[] y, float[] x, int length) {
    for (int j = 0; j < length; j++) {
      y[j] = 0.5f * (x[j] + Math.abs(x[j]));
    }
  }

  /**
   * {@code dx = dy where y > 0, else 0}: y / (y + tiny) is exactly 1 or 0 for every y above 1e-30 or of 0.
   */
  public static void reluGradient(float[] dx, float[] dy, float[] y, int length) {
    for (int j = 0; j < length; j++) {
      dx[j] = dy[j] * (y[j] / (y[j] + Float.MIN_NORMAL));
    }
  }

  /**
   * {@code y = tanh(x)} within 3e-7: x is clamped to plus or minus 10, where tanh is 1 to the last bit of a
   * float; a quarter of it goes through Lambert's continued fraction (1768) cut after 11; then tanh 2u = 2t /
   * (1 + t^2) twice.
   */
  public static void tanh(float[] y, float[] x, int length) {
    for (int j = 0; j < length; j++) {
      float low = x[j] + 10f;
      float clamped = 0.5f * (low + Math.abs(low)) - 20f;
      clamped = 10f + 0.5f * (clamped - Math.abs(clamped));
      float u = 0.25f * clamped;
      float s = u * u;
      float t = u * (10395f + s * (1260f + s * 21f)) / (10395f + s * (4725f + s * (210f + s)));
      t = 2 * t / (1 + t * t);
      y[j] = 2 * t / (1 + t * t);
    }
  }

  /** {@code dx = dy * (1 - y^2)}. */
  public static void tanhGradient(float[] dx, float[] dy, float[] y, int length) {
    for (int j = 0; j < length; j++) {
      dx[j] = dy[j] * (1 - y[j] * y[j]);
    }
  }

  /** {@code y = 1 / (1 + e^-x)} within 3e-7, as (1 + tanh(x / 2)) / 2. */
  public static void sigmoid(float[] y, float[] x, int length) {
    Rows.scale(y, 0.5f, x, length);
    tanh(y, y, length);
    for (int j = 0; j < length; j++) {
      y[j] = 0.5f + 0.5f * y[j];
    }
  }

  /** {@code dx = dy * y * (1 - y)}. */
  public static void sigmoidGradient(float[] dx, float[] dy, float[] y, int length) {
    for (int j = 0; j < length; j++) {
      dx[j] = dy[j] * y[j] * (1 - y[j]);
    }
  }

  /** {@code y = max(x, 0) + slope * min(x, 0)}. */
  public static void leakyRelu(float[] y, float[] x, float slope, int length) {
    for (int j = 0; j < length; j++) {
      float positive = 0.5f * (x[j] + Math.abs(x[j]));
      y[j] = positive + slope * (x[j] - positive);
    }
  }

  /**
   * {@code dx = dy where y > 0, else slope * dy}, for a slope of at least 0:
   * {@code (y + |y|) / (2 |y| + tiny)} is exactly 1 or 0 for every y that is 0 or above 1e-30 in size.
   */
  public static void leakyReluGradient(float[] dx, float[] dy, float[] y, float slope, int length) {
    for (int j = 0; j < length; j++) {
      float size = Math.abs(y[j]);
      float positive = (y[j] + size) / (2 * size + Float.MIN_NORMAL);
      dx[j] = dy[j] * (positive + slope * (1 - positive));
    }
  }

  /** {@code y = x where x > 0, else alpha * (e^x - 1)}. */
  public static void elu(float[] y, float[] x, float alpha, int length) {
    for (int j = 0; j < length; j++) {
      y[j] = x[j] > 0 ? x[j] : (float) (alpha * (Softmax.exp(x[j]) - 1));
    }
  }

  /** {@code dx = dy where y > 0, else dy * (y + alpha)}. */
  public static void eluGradient(float[] dx, float[] dy, float[] y, float alpha, int length) {
    for (int j = 0; j < length; j++) {
      dx[j] = y[j] > 0 ? dy[j] : dy[j] * (y[j] + alpha);
    }
  }

  /** {@code y = ln(1 + e^x)}, as max(x, 0) + ln(1 + e^-|x|), which no x overflows. */
  public static void softplus(float[] y, float[] x, int length) {
    for (int j = 0; j < length; j++) {
      y[j] = (float) (Math.max(x[j], 0) + StrictMath.log1p(Softmax.exp(-Math.abs(x[j]))));
    }
  }

  /** {@code dx = dy * sigmoid(x)}, and sigmoid(x) is 1 - e^-y. */
  public static void softplusGradient(float[] dx, float[] dy, float[] y, int length) {
    for (int j = 0; j < length; j++) {
      dx[j] = (float) (dy[j] * (1 - Softmax.exp(-y[j])));
    }
  }

  /** {@code y[u] = the largest of x[u], x[units + u], x[2 units + u], ...}. */
  public static void maxout(float[] y, float[] x, int units, int pieces) {
    System.arraycopy(x, 0, y, 0, units);
    for (int p = 1; p < pieces; p++) {
      for (int u = 0; u < units; u++) {
        y[u] = Math.max(y[u], x[p * units + u]);
      }
    }
  }

  /** Each {@code dy[u]} goes to the first piece that has the largest; the others get 0. */
  public static void maxoutGradient(float[] dx, float[] dy, float[] y, float[] x, int units, int pieces) {
    for (int u = 0; u < units; u++) {
      boolean open = true;
      for (int p = 0; p < pieces; p++) {
        boolean claims = open && x[p * units + u] == y[u];
        dx[p * units + u] = claims ? dy[u] : 0;
        open &= !claims;
      }
    }
  }
}
