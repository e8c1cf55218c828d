package app.inkling.mllib.cli.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four rows of c by four vectors: as many sums as the registers hold beside what is read. For the rules that
 * these methods keep see {@link VectorKernels}.
 *
 * <p>The two differ in where b is read. One for both, reading copied rows as it reads those of b, takes half
 * as long again where b is copied; always copying takes twice as long for four rows of c.
 */
final class Tiles4x4 {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int W = WIDE.length();

  private Tiles4x4() {}

  /** Columns from j on, rows of b from {@code from} to {@code to}. */
  static void add(float[][] c, int i, float[][] a, int aFrom, float[][] b, int from, int to,
      int j) {
    float[] a0 = a[i];
    float[] a1 = a[i + 1];
    float[] a2 = a[i + 2];
    float[] a3 = a[i + 3];
    int j1 = j + W;
    int j2 = j1 + W;
    int j3 = j2 + W;
    FloatVector c00 = FloatVector.fromArray(WIDE, c[i], j);
    FloatVector c01 = FloatVector.fromArray(WIDE, c[i], j1);
    FloatVector c02 = FloatVector.fromArray(WIDE, c[i], j2);
    FloatVector c03 = FloatVector.fromArray(WIDE, c[i], j3);
    FloatVector c10 = FloatVector.fromArray(WIDE, c[i + 1], j);
    FloatVector c11 = FloatVector.fromArray(WIDE, c[i + 1], j1);
    FloatVector c12 = FloatVector.fromArray(WIDE, c[i + 1], j2);
    FloatVector c13 = FloatVector.fromArray(WIDE, c[i + 1], j3);
    FloatVector c20 = FloatVector.fromArray(WIDE, c[i + 2], j);
    FloatVector c21 = FloatVector.fromArray(WIDE, c[i + 2], j1);
    FloatVector c22 = FloatVector.fromArray(WIDE, c[i + 2], j2);
    FloatVector c23 = FloatVector.fromArray(WIDE, c[i + 2], j3);
    FloatVector c30 = FloatVector.fromArray(WIDE, c[i + 3], j);
    FloatVector c31 = FloatVector.fromArray(WIDE, c[i + 3], j1);
    FloatVector c32 = FloatVector.fromArray(WIDE, c[i + 3], j2);
    FloatVector c33 = FloatVector.fromArray(WIDE, c[i + 3], j3);
    for (int k = from; k < to; k++) {
      float[] row = b[k];
      FloatVector b0 = FloatVector.fromArray(WIDE, row, j);
      FloatVector b1 = FloatVector.fromArray(WIDE, row, j1);
      FloatVector b2 = FloatVector.fromArray(WIDE, row, j2);
      FloatVector b3 = FloatVector.fromArray(WIDE, row, j3);
      FloatVector f0 = FloatVector.broadcast(WIDE, a0[aFrom + k]);
      c00 = f0.fma(b0, c00);
      c01 = f0.fma(b1, c01);
      c02 = f0.fma(b2, c02);
      c03 = f0.fma(b3, c03);
      FloatVector f1 = FloatVector.broadcast(WIDE, a1[aFrom + k]);
      c10 = f1.fma(b0, c10);
      c11 = f1.fma(b1, c11);
      c12 = f1.fma(b2, c12);
      c13 = f1.fma(b3, c13);
      FloatVector f2 = FloatVector.broadcast(WIDE, a2[aFrom + k]);
      c20 = f2.fma(b0, c20);
      c21 = f2.fma(b1, c21);
      c22 = f2.fma(b2, c22);
      c23 = f2.fma(b3, c23);
      FloatVector f3 = FloatVector.broadcast(WIDE, a3[aFrom + k]);
      c30 = f3.fma(b0, c30);
      c31 = f3.fma(b1, c31);
      c32 = f3.fma(b2, c32);
      c33 = f3.fma(b3, c33);
    }
    c00.intoArray(c[i], j);
    c01.intoArray(c[i], j1);
    c02.intoArray(c[i], j2);
    c03.intoArray(c[i], j3);
    c10.intoArray(c[i + 1], j);
    c11.intoArray(c[i + 1], j1);
    c12.intoArray(c[i + 1], j2);
    c13.intoArray(c[i + 1], j3);
    c20.intoArray(c[i + 2], j);
    c21.intoArray(c[i + 2], j1);
    c22.intoArray(c[i + 2], j2);
    c23.intoArray(c[i + 2], j3);
    c30.intoArray(c[i + 3], j);
    c31.intoArray(c[i + 3], j1);
    c32.intoArray(c[i + 3], j2);
    c33.intoArray(c[i + 3], j3);
  }

  /** The same with {@code copy}: b's columns from j on, four vectors of each of its {@code count} rows. */
  static void addCopied(float[][] c, int i, float[][] a, int aFrom, float[] copy, int count, int j) {
    float[] a0 = a[i];
    float[] a1 = a[i + 1];
    float[] a2 = a[i + 2];
    float[] a3 = a[i + 3];
    int j1 = j + W;
    int j2 = j1 + W;
    int j3 = j2 + W;
    FloatVector c00 = FloatVector.fromArray(WIDE, c[i], j);
    FloatVector c01 = FloatVector.fromArray(WIDE, c[i], j1);
    FloatVector c02 = FloatVector.fromArray(WIDE, c[i], j2);
    FloatVector c03 = FloatVector.fromArray(WIDE, c[i], j3);
    FloatVector c10 = FloatVector.fromArray(WIDE, c[i + 1], j);
    FloatVector c11 = FloatVector.fromArray(WIDE, c[i + 1], j1);
    FloatVector c12 = FloatVector.fromArray(WIDE, c[i + 1], j2);
    FloatVector c13 = FloatVector.fromArray(WIDE, c[i + 1], j3);
    FloatVector c20 = FloatVector.fromArray(WIDE, c[i + 2], j);
    FloatVector c21 = FloatVector.fromArray(WIDE, c[i + 2], j1);
    FloatVector c22 = FloatVector.fromArray(WIDE, c[i + 2], j2);
    FloatVector c23 = FloatVector.fromArray(WIDE, c[i + 2], j3);
    FloatVector c30 = FloatVector.fromArray(WIDE, c[i + 3], j);
    FloatVector c31 = FloatVector.fromArray(WIDE, c[i + 3], j1);
    FloatVector c32 = FloatVector.fromArray(WIDE, c[i + 3], j2);
    FloatVector c33 = FloatVector.fromArray(WIDE, c[i + 3], j3);
    for (int k = 0; k < count; k++) {
      int at = k * 4 * W;
      FloatVector b0 = FloatVector.fromArray(WIDE, copy, at);
      FloatVector b1 = FloatVector.fromArray(WIDE, copy, at + W);
      FloatVector b2 = FloatVector.fromArray(WIDE, copy, at + 2 * W);
      FloatVector b3 = FloatVector.fromArray(WIDE, copy, at + 3 * W);
      FloatVector f0 = FloatVector.broadcast(WIDE, a0[aFrom + k]);
      c00 = f0.fma(b0, c00);
      c01 = f0.fma(b1, c01);
      c02 = f0.fma(b2, c02);
      c03 = f0.fma(b3, c03);
      FloatVector f1 = FloatVector.broadcast(WIDE, a1[aFrom + k]);
      c10 = f1.fma(b0, c10);
      c11 = f1.fma(b1, c11);
      c12 = f1.fma(b2, c12);
      c13 = f1.fma(b3, c13);
      FloatVector f2 = FloatVector.broadcast(WIDE, a2[aFrom + k]);
      c20 = f2.fma(b0, c20);
      c21 = f2.fma(b1, c21);
      c22 = f2.fma(b2, c22);
      c23 = f2.fma(b3, c23);
      FloatVector f3 = FloatVector.broadcast(WIDE, a3[aFrom + k]);
      c30 = f3.fma(b0, c30);
      c31 = f3.fma(b1, c31);
      c32 = f3.fma(b2, c32);
      c33 = f3.fma(b3, c33);
    }
    c00.intoArray(c[i], j);
    c01.intoArray(c[i], j1);
    c02.intoArray(c[i], j2);
    c03.intoArray(c[i], j3);
    c10.intoArray(c[i + 1], j);
    c11.intoArray(c[i + 1], j1);
    c12.intoArray(c[i + 1], j2);
    c13.intoArray(c[i + 1], j3);
    c20.intoArray(c[i + 2], j);
    c21.intoArray(c[i + 2], j1);
    c22.intoArray(c[i + 2], j2);
    c23.intoArray(c[i + 2], j3);
    c30.intoArray(c[i + 3], j);
    c31.intoArray(c[i + 3], j1);
    c32.intoArray(c[i + 3], j2);
    c33.intoArray(c[i + 3], j3);
  }
}
