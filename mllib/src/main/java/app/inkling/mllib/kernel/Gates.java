package app.inkling.mllib.kernel;

/**
 * The point-wise part of recurrent cells: i, f, o, r, z are gates after their sigmoid, g and n candidates
 * after their tanh, c the cell, h the hidden state; d... the loss's derivatives, those of gates by what goes
 * into their sigmoid or tanh. One step, one row.
 */
public final class Gates {
  private Gates() {}

  /** {@code c = f * c0 + i * g}. */
  public static void cell(float[] c, float[] f, float[] c0, float[] i, float[] g, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = f[j] * c0[j] + i[j] * g[j];
    }
  }

  /** {@code i = 1 - f}: the coupled gates of CIFG. */
  public static void couple(float[] i, float[] f, int length) {
    for (int j = 0; j < length; j++) {
      i[j] = 1 - f[j];
    }
  }

  /** Output gate and cell from the hidden state h = o * t, t = tanh c: {@code dc += dh * o * (1 - t^2)}. */
  public static void cellGradient(float[] dc, float[] dh, float[] o, float[] t, int length) {
    for (int j = 0; j < length; j++) {
      dc[j] = dc[j] + dh[j] * o[j] * (1 - t[j] * t[j]);
    }
  }

  /** A gate that multiplies {@code other}: {@code d = dy * other * gate * (1 - gate)}. */
  public static void gateGradient(float[] d, float[] dy, float[] other, float[] gate, int length) {
    for (int j = 0; j < length; j++) {
      d[j] = dy[j] * other[j] * gate[j] * (1 - gate[j]);
    }
  }

  /** A candidate behind a gate: {@code d = dy * gate * (1 - g^2)}. */
  public static void candidateGradient(float[] d, float[] dy, float[] gate, float[] g, int length) {
    for (int j = 0; j < length; j++) {
      d[j] = dy[j] * gate[j] * (1 - g[j] * g[j]);
    }
  }

  /** The forget gate where the input gate is its rest: {@code d = dy * (c0 - g) * f * (1 - f)}. */
  public static void coupledGradient(float[] d, float[] dy, float[] c0, float[] g, float[] f, int length) {
    for (int j = 0; j < length; j++) {
      d[j] = dy[j] * (c0[j] - g[j]) * f[j] * (1 - f[j]);
    }
  }

  /** {@code n = x + r * u}, before its tanh. */
  public static void reset(float[] n, float[] x, float[] r, float[] u, int length) {
    for (int j = 0; j < length; j++) {
      n[j] = x[j] + r[j] * u[j];
    }
  }

  /** {@code h = (1 - z) * n + z * h0}. */
  public static void update(float[] h, float[] z, float[] n, float[] h0, int length) {
    for (int j = 0; j < length; j++) {
      h[j] = n[j] + z[j] * (h0[j] - n[j]);
    }
  }

  /** {@code d = dh * (1 - z) * (1 - n^2)}. */
  public static void updatedCandidateGradient(float[] d, float[] dh, float[] z, float[] n, int length) {
    for (int j = 0; j < length; j++) {
      d[j] = dh[j] * (1 - z[j]) * (1 - n[j] * n[j]);
    }
  }
}
