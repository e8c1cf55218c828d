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
}
