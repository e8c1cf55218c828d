package app.inkling.mllib.cli.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of matrices in {@link Tiles4x4}, and what those leave over in smaller tiles: all of a tile of c
 * stays in registers while rows of b go by. For the rules that these methods keep see {@link VectorKernels}.
 *
 * <p>A thread's own, with the copy that it works in.
 */
final class VectorProducts {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int W = WIDE.length();
  /** Rows of b worked through before the next tile of c: four vectors of each stay in the nearest cache. */
  private static final int BLOCK = 128;
  /** The same where b is copied. */
  private static final int COPIED_BLOCK = 256;
  /** From so many rows of c on, a copy of b in which a tile's vectors lie one after the other pays. */
  private static final int COPIED_ROWS = 32;

  private final float[] copy = new float[COPIED_BLOCK * 4 * W];

  /** See {@link app.inkling.mllib.kernel.Kernels#add}. */
  void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    boolean copies = rows >= COPIED_ROWS;
    int block = copies ? COPIED_BLOCK : BLOCK;
    for (int from = 0; from < count; from += block) {
      int to = Math.min(count, from + block);
      int j = 0;
      for (; j + 4 * W <= length; j += 4 * W) {
        int i = 0;
        if (copies) {
          for (int k = from; k < to; k++) {
            System.arraycopy(b[k], j, copy, (k - from) * 4 * W, 4 * W);
          }
          for (; i + 4 <= rows; i += 4) {
            Tiles4x4.addCopied(c, i, a, aFrom + from, copy, to - from, j);
          }
        }
        for (; i + 4 <= rows; i += 4) {
          Tiles4x4.add(c, i, a, aFrom, b, from, to, j);
        }
        for (; i < rows; i++) {
          tile1x4(c[i], a[i], aFrom, b, from, to, j);
        }
      }
      for (; j + W <= length; j += W) {
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
          tile4x1(c, i, a, aFrom, b, from, to, j);
        }
        for (; i < rows; i++) {
          tile1x1(c[i], a[i], aFrom, b, from, to, j);
        }
      }
      NarrowProducts.add(c, rows, a, aFrom, b, from, to, j, length);
    }
  }

  private static void tile1x4(float[] c, float[] a, int aFrom, float[][] b, int from, int to, int j) {
    int j1 = j + W;
    int j2 = j1 + W;
    int j3 = j2 + W;
    FloatVector c0 = FloatVector.fromArray(WIDE, c, j);
    FloatVector c1 = FloatVector.fromArray(WIDE, c, j1);
    FloatVector c2 = FloatVector.fromArray(WIDE, c, j2);
    FloatVector c3 = FloatVector.fromArray(WIDE, c, j3);
    for (int k = from; k < to; k++) {
      float[] row = b[k];
      FloatVector f = FloatVector.broadcast(WIDE, a[aFrom + k]);
      c0 = f.fma(FloatVector.fromArray(WIDE, row, j), c0);
      c1 = f.fma(FloatVector.fromArray(WIDE, row, j1), c1);
      c2 = f.fma(FloatVector.fromArray(WIDE, row, j2), c2);
      c3 = f.fma(FloatVector.fromArray(WIDE, row, j3), c3);
    }
    c0.intoArray(c, j);
    c1.intoArray(c, j1);
    c2.intoArray(c, j2);
    c3.intoArray(c, j3);
  }

  private static void tile4x1(float[][] c, int i, float[][] a, int aFrom, float[][] b, int from, int to,
      int j) {
    float[] a0 = a[i];
    float[] a1 = a[i + 1];
    float[] a2 = a[i + 2];
    float[] a3 = a[i + 3];
    FloatVector c0 = FloatVector.fromArray(WIDE, c[i], j);
    FloatVector c1 = FloatVector.fromArray(WIDE, c[i + 1], j);
    FloatVector c2 = FloatVector.fromArray(WIDE, c[i + 2], j);
    FloatVector c3 = FloatVector.fromArray(WIDE, c[i + 3], j);
    for (int k = from; k < to; k++) {
      FloatVector row = FloatVector.fromArray(WIDE, b[k], j);
      c0 = FloatVector.broadcast(WIDE, a0[aFrom + k]).fma(row, c0);
      c1 = FloatVector.broadcast(WIDE, a1[aFrom + k]).fma(row, c1);
      c2 = FloatVector.broadcast(WIDE, a2[aFrom + k]).fma(row, c2);
      c3 = FloatVector.broadcast(WIDE, a3[aFrom + k]).fma(row, c3);
    }
    c0.intoArray(c[i], j);
    c1.intoArray(c[i + 1], j);
    c2.intoArray(c[i + 2], j);
    c3.intoArray(c[i + 3], j);
  }

  private static void tile1x1(float[] c, float[] a, int aFrom, float[][] b, int from, int to, int j) {
    FloatVector sum = FloatVector.fromArray(WIDE, c, j);
    for (int k = from; k < to; k++) {
      sum = FloatVector.broadcast(WIDE, a[aFrom + k]).fma(FloatVector.fromArray(WIDE, b[k], j), sum);
    }
    sum.intoArray(c, j);
  }
}
