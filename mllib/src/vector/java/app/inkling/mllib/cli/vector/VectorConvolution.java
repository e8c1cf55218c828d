package app.inkling.mllib.cli.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Convolution of planes: four filters and five vectors of pixels stay in registers through all taps, which
 * are read where they lie, however they are shifted. {@code fma} for each number in the order of k. For the
 * rules that these methods keep see {@link VectorKernels}.
 */
final class VectorConvolution {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int W = WIDE.length();

  private VectorConvolution() {}

  /** See {@link app.inkling.mllib.kernel.Kernels#convolve}. */
  static void run(float[][] c, int to, float[] bias, float[][] a, float[][] b, int[] shifts, int length) {
    int j = 0;
    while (j < length) {
      int vectors = (length - j + W - 1) / W;
      int width = vectors > 3 ? 5 : vectors > 1 ? 3 : 1;
      int i = 0;
      for (; i + 4 <= c.length; i += 4) {
        switch (width) {
          case 5 -> tile4x5(c, i, to + j, bias, a, b, shifts, j);
          case 3 -> tile4x3(c, i, to + j, bias, a, b, shifts, j);
          default -> tile4x1(c, i, to + j, bias, a, b, shifts, j);
        }
      }
      for (; i < c.length; i++) {
        for (int x = j; x < j + width * W; x += W) {
          tile1x1(c, i, to + x, bias, a, b, shifts, x);
        }
      }
      j += width * W;
    }
  }

  private static void tile4x5(float[][] c, int i, int to, float[] bias, float[][] a, float[][] b,
      int[] shifts, int from) {
    float[] w0 = a[i];
    float[] w1 = a[i + 1];
    float[] w2 = a[i + 2];
    float[] w3 = a[i + 3];
    FloatVector c00 = FloatVector.broadcast(WIDE, bias[i]);
    FloatVector c01 = FloatVector.broadcast(WIDE, bias[i]);
    FloatVector c02 = FloatVector.broadcast(WIDE, bias[i]);
    FloatVector c03 = FloatVector.broadcast(WIDE, bias[i]);
    FloatVector c04 = FloatVector.broadcast(WIDE, bias[i]);
    FloatVector c10 = FloatVector.broadcast(WIDE, bias[i + 1]);
    FloatVector c11 = FloatVector.broadcast(WIDE, bias[i + 1]);
    FloatVector c12 = FloatVector.broadcast(WIDE, bias[i + 1]);
    FloatVector c13 = FloatVector.broadcast(WIDE, bias[i + 1]);
    FloatVector c14 = FloatVector.broadcast(WIDE, bias[i + 1]);
    FloatVector c20 = FloatVector.broadcast(WIDE, bias[i + 2]);
    FloatVector c21 = FloatVector.broadcast(WIDE, bias[i + 2]);
    FloatVector c22 = FloatVector.broadcast(WIDE, bias[i + 2]);
    FloatVector c23 = FloatVector.broadcast(WIDE, bias[i + 2]);
    FloatVector c24 = FloatVector.broadcast(WIDE, bias[i + 2]);
    FloatVector c30 = FloatVector.broadcast(WIDE, bias[i + 3]);
    FloatVector c31 = FloatVector.broadcast(WIDE, bias[i + 3]);
    FloatVector c32 = FloatVector.broadcast(WIDE, bias[i + 3]);
    FloatVector c33 = FloatVector.broadcast(WIDE, bias[i + 3]);
    FloatVector c34 = FloatVector.broadcast(WIDE, bias[i + 3]);
    for (int k = 0; k < b.length; k++) {
      float[] row = b[k];
      int at = from + shifts[k];
      FloatVector b0 = FloatVector.fromArray(WIDE, row, at);
      FloatVector b1 = FloatVector.fromArray(WIDE, row, at + W);
      FloatVector b2 = FloatVector.fromArray(WIDE, row, at + 2 * W);
      FloatVector b3 = FloatVector.fromArray(WIDE, row, at + 3 * W);
      FloatVector b4 = FloatVector.fromArray(WIDE, row, at + 4 * W);
      FloatVector f0 = FloatVector.broadcast(WIDE, w0[k]);
      c00 = f0.fma(b0, c00);
      c01 = f0.fma(b1, c01);
      c02 = f0.fma(b2, c02);
      c03 = f0.fma(b3, c03);
      c04 = f0.fma(b4, c04);
      FloatVector f1 = FloatVector.broadcast(WIDE, w1[k]);
      c10 = f1.fma(b0, c10);
      c11 = f1.fma(b1, c11);
      c12 = f1.fma(b2, c12);
      c13 = f1.fma(b3, c13);
      c14 = f1.fma(b4, c14);
      FloatVector f2 = FloatVector.broadcast(WIDE, w2[k]);
      c20 = f2.fma(b0, c20);
      c21 = f2.fma(b1, c21);
      c22 = f2.fma(b2, c22);
      c23 = f2.fma(b3, c23);
      c24 = f2.fma(b4, c24);
      FloatVector f3 = FloatVector.broadcast(WIDE, w3[k]);
      c30 = f3.fma(b0, c30);
      c31 = f3.fma(b1, c31);
      c32 = f3.fma(b2, c32);
      c33 = f3.fma(b3, c33);
      c34 = f3.fma(b4, c34);
    }
    c00.intoArray(c[i], to);
    c01.intoArray(c[i], to + W);
    c02.intoArray(c[i], to + 2 * W);
    c03.intoArray(c[i], to + 3 * W);
    c04.intoArray(c[i], to + 4 * W);
    c10.intoArray(c[i + 1], to);
    c11.intoArray(c[i + 1], to + W);
    c12.intoArray(c[i + 1], to + 2 * W);
    c13.intoArray(c[i + 1], to + 3 * W);
    c14.intoArray(c[i + 1], to + 4 * W);
    c20.intoArray(c[i + 2], to);
    c21.intoArray(c[i + 2], to + W);
    c22.intoArray(c[i + 2], to + 2 * W);
    c23.intoArray(c[i + 2], to + 3 * W);
    c24.intoArray(c[i + 2], to + 4 * W);
    c30.intoArray(c[i + 3], to);
    c31.intoArray(c[i + 3], to + W);
    c32.intoArray(c[i + 3], to + 2 * W);
    c33.intoArray(c[i + 3], to + 3 * W);
    c34.intoArray(c[i + 3], to + 4 * W);
  }

  private static void tile4x3(float[][] c, int i, int to, float[] bias, float[][] a, float[][] b,
      int[] shifts, int from) {
    float[] w0 = a[i];
    float[] w1 = a[i + 1];
    float[] w2 = a[i + 2];
    float[] w3 = a[i + 3];
    FloatVector c00 = FloatVector.broadcast(WIDE, bias[i]);
    FloatVector c01 = FloatVector.broadcast(WIDE, bias[i]);
    FloatVector c02 = FloatVector.broadcast(WIDE, bias[i]);
    FloatVector c10 = FloatVector.broadcast(WIDE, bias[i + 1]);
    FloatVector c11 = FloatVector.broadcast(WIDE, bias[i + 1]);
    FloatVector c12 = FloatVector.broadcast(WIDE, bias[i + 1]);
    FloatVector c20 = FloatVector.broadcast(WIDE, bias[i + 2]);
    FloatVector c21 = FloatVector.broadcast(WIDE, bias[i + 2]);
    FloatVector c22 = FloatVector.broadcast(WIDE, bias[i + 2]);
    FloatVector c30 = FloatVector.broadcast(WIDE, bias[i + 3]);
    FloatVector c31 = FloatVector.broadcast(WIDE, bias[i + 3]);
    FloatVector c32 = FloatVector.broadcast(WIDE, bias[i + 3]);
    for (int k = 0; k < b.length; k++) {
      float[] row = b[k];
      int at = from + shifts[k];
      FloatVector b0 = FloatVector.fromArray(WIDE, row, at);
      FloatVector b1 = FloatVector.fromArray(WIDE, row, at + W);
      FloatVector b2 = FloatVector.fromArray(WIDE, row, at + 2 * W);
      FloatVector f0 = FloatVector.broadcast(WIDE, w0[k]);
      c00 = f0.fma(b0, c00);
      c01 = f0.fma(b1, c01);
      c02 = f0.fma(b2, c02);
      FloatVector f1 = FloatVector.broadcast(WIDE, w1[k]);
      c10 = f1.fma(b0, c10);
      c11 = f1.fma(b1, c11);
      c12 = f1.fma(b2, c12);
      FloatVector f2 = FloatVector.broadcast(WIDE, w2[k]);
      c20 = f2.fma(b0, c20);
      c21 = f2.fma(b1, c21);
      c22 = f2.fma(b2, c22);
      FloatVector f3 = FloatVector.broadcast(WIDE, w3[k]);
      c30 = f3.fma(b0, c30);
      c31 = f3.fma(b1, c31);
      c32 = f3.fma(b2, c32);
    }
    c00.intoArray(c[i], to);
    c01.intoArray(c[i], to + W);
    c02.intoArray(c[i], to + 2 * W);
    c10.intoArray(c[i + 1], to);
    c11.intoArray(c[i + 1], to + W);
    c12.intoArray(c[i + 1], to + 2 * W);
    c20.intoArray(c[i + 2], to);
    c21.intoArray(c[i + 2], to + W);
    c22.intoArray(c[i + 2], to + 2 * W);
    c30.intoArray(c[i + 3], to);
    c31.intoArray(c[i + 3], to + W);
    c32.intoArray(c[i + 3], to + 2 * W);
  }

  private static void tile4x1(float[][] c, int i, int to, float[] bias, float[][] a, float[][] b,
      int[] shifts, int from) {
    float[] w0 = a[i];
    float[] w1 = a[i + 1];
    float[] w2 = a[i + 2];
    float[] w3 = a[i + 3];
    FloatVector c00 = FloatVector.broadcast(WIDE, bias[i]);
    FloatVector c10 = FloatVector.broadcast(WIDE, bias[i + 1]);
    FloatVector c20 = FloatVector.broadcast(WIDE, bias[i + 2]);
    FloatVector c30 = FloatVector.broadcast(WIDE, bias[i + 3]);
    for (int k = 0; k < b.length; k++) {
      float[] row = b[k];
      int at = from + shifts[k];
      FloatVector b0 = FloatVector.fromArray(WIDE, row, at);
      FloatVector f0 = FloatVector.broadcast(WIDE, w0[k]);
      c00 = f0.fma(b0, c00);
      FloatVector f1 = FloatVector.broadcast(WIDE, w1[k]);
      c10 = f1.fma(b0, c10);
      FloatVector f2 = FloatVector.broadcast(WIDE, w2[k]);
      c20 = f2.fma(b0, c20);
      FloatVector f3 = FloatVector.broadcast(WIDE, w3[k]);
      c30 = f3.fma(b0, c30);
    }
    c00.intoArray(c[i], to);
    c10.intoArray(c[i + 1], to);
    c20.intoArray(c[i + 2], to);
    c30.intoArray(c[i + 3], to);
  }

  private static void tile1x1(float[][] c, int i, int to, float[] bias, float[][] a, float[][] b,
      int[] shifts, int from) {
    float[] w0 = a[i];
    FloatVector c00 = FloatVector.broadcast(WIDE, bias[i]);
    for (int k = 0; k < b.length; k++) {
      float[] row = b[k];
      int at = from + shifts[k];
      FloatVector b0 = FloatVector.fromArray(WIDE, row, at);
      FloatVector f0 = FloatVector.broadcast(WIDE, w0[k]);
      c00 = f0.fma(b0, c00);
    }
    c00.intoArray(c[i], to);
  }
}
