package app.inkling.mllib.cli.vector;

import app.inkling.mllib.kernel.Rows;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of products along rows: two rows by four others share what is read. For the rules that these methods
 * keep see {@link VectorKernels}.
 */
final class VectorDots {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int W = WIDE.length();

  private VectorDots() {}

  /** See {@link app.inkling.mllib.kernel.Kernels#dots}. */
  static void run(float[][] c, float[][] a, float[][][] b, int lines, int length, float[][] scratch,
      double[] sums) {
    for (int i = 0; i < c.length; i += 2) {
      int height = Math.min(2, c.length - i);
      for (int k = 0; k < c[i].length; k += 4) {
        int width = Math.min(4, c[i].length - k);
        if (height == 2 && width == 4) {
          multiply2x4(scratch, a, i * lines, b, k, lines, length);
        } else {
          for (int s = 0; s < height * width; s++) {
            multiply1x1(scratch[s / width * 4 + s % width], a, (i + s / width) * lines, b, k + s % width,
                lines, length);
          }
        }
        Rows.sums8(sums, scratch, length);
        for (int s = 0; s < height * width; s++) {
          c[i + s / width][k + s % width] = (float) sums[s / width * 4 + s % width];
        }
      }
    }
  }

  /** {@code products[4 p + q][j] = sum over y of a[aFrom + p * lines + y][j] * b[y][k + q][j]}. */
  private static void multiply2x4(float[][] products, float[][] a, int aFrom, float[][][] b, int k, int lines,
      int length) {
    int j = 0;
    for (; j + W <= length; j += W) {
      tile2x4(products, a, aFrom, b, k, lines, j);
    }
    for (; j < length; j++) {
      for (int s = 0; s < 8; s++) {
        float sum = 0;
        for (int y = 0; y < lines; y++) {
          sum = Math.fma(a[aFrom + s / 4 * lines + y][j], b[y][k + s % 4][j], sum);
        }
        products[s][j] = sum;
      }
    }
  }

  private static void tile2x4(float[][] products, float[][] a, int aFrom, float[][][] b, int k,
      int lines, int j) {
    FloatVector s0 = FloatVector.zero(WIDE);
    FloatVector s1 = FloatVector.zero(WIDE);
    FloatVector s2 = FloatVector.zero(WIDE);
    FloatVector s3 = FloatVector.zero(WIDE);
    FloatVector s4 = FloatVector.zero(WIDE);
    FloatVector s5 = FloatVector.zero(WIDE);
    FloatVector s6 = FloatVector.zero(WIDE);
    FloatVector s7 = FloatVector.zero(WIDE);
    for (int y = 0; y < lines; y++) {
      float[][] under = b[y];
      FloatVector a0 = FloatVector.fromArray(WIDE, a[aFrom + y], j);
      FloatVector a1 = FloatVector.fromArray(WIDE, a[aFrom + lines + y], j);
      FloatVector b0 = FloatVector.fromArray(WIDE, under[k], j);
      FloatVector b1 = FloatVector.fromArray(WIDE, under[k + 1], j);
      FloatVector b2 = FloatVector.fromArray(WIDE, under[k + 2], j);
      FloatVector b3 = FloatVector.fromArray(WIDE, under[k + 3], j);
      s0 = a0.fma(b0, s0);
      s1 = a0.fma(b1, s1);
      s2 = a0.fma(b2, s2);
      s3 = a0.fma(b3, s3);
      s4 = a1.fma(b0, s4);
      s5 = a1.fma(b1, s5);
      s6 = a1.fma(b2, s6);
      s7 = a1.fma(b3, s7);
    }
    s0.intoArray(products[0], j);
    s1.intoArray(products[1], j);
    s2.intoArray(products[2], j);
    s3.intoArray(products[3], j);
    s4.intoArray(products[4], j);
    s5.intoArray(products[5], j);
    s6.intoArray(products[6], j);
    s7.intoArray(products[7], j);
  }

  private static void multiply1x1(float[] products, float[][] a, int aFrom, float[][][] b, int k, int lines,
      int length) {
    Arrays.fill(products, 0);
    for (int y = 0; y < lines; y++) {
      addProducts(products, a[aFrom + y], b[y][k], length);
    }
  }

  private static void addProducts(float[] products, float[] a, float[] b, int length) {
    for (int j = 0; j < length; j++) {
      products[j] = Math.fma(a[j], b[j], products[j]);
    }
  }
}
