package app.inkling.mllib.cli.vector;

/** The last columns of a product, fewer than a vector, number by number: {@code fma} in the same order. */
final class NarrowProducts {
  private NarrowProducts() {}

  /** Rows from {@code from} to {@code to} of b, columns from {@code low} to {@code high}. */
  static void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int from, int to,
      int low, int high) {
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      int j = low;
      for (; j + 2 <= high; j += 2) {
        scalar4x2(c, i, a, aFrom, b, from, to, j);
      }
      for (int r = i; j < high && r < i + 4; r++) {
        scalar1x1(c[r], a[r], aFrom, b, from, to, j);
      }
    }
    for (; i < rows; i++) {
      add(c[i], a[i], aFrom, b, from, to, low, high);
    }
  }

  /** The same for one row of c. */
  static void add(float[] c, float[] a, int aFrom, float[][] b, int from, int to, int low, int high) {
    int k = from;
    for (; k + 4 <= to; k += 4) {
      int s = aFrom + k;
      add4(c, a[s], b[k], a[s + 1], b[k + 1], a[s + 2], b[k + 2], a[s + 3], b[k + 3], low, high);
    }
    for (; k < to; k++) {
      addRow(c, a[aFrom + k], b[k], low, high);
    }
  }

  private static void add4(float[] c, float a0, float[] b0, float a1, float[] b1, float a2, float[] b2,
      float a3, float[] b3, int low, int high) {
    for (int j = low; j < high; j++) {
      c[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], c[j]))));
    }
  }

  /** {@code c += f * b}, columns from {@code low} to {@code high}. */
  static void addRow(float[] c, float f, float[] b, int low, int high) {
    for (int j = low; j < high; j++) {
      c[j] = Math.fma(f, b[j], c[j]);
    }
  }

  private static void scalar4x2(float[][] c, int i, float[][] a, int aFrom, float[][] b, int from, int to,
      int j) {
    float[] a0 = a[i];
    float[] a1 = a[i + 1];
    float[] a2 = a[i + 2];
    float[] a3 = a[i + 3];
    float c00 = c[i][j];
    float c01 = c[i][j + 1];
    float c10 = c[i + 1][j];
    float c11 = c[i + 1][j + 1];
    float c20 = c[i + 2][j];
    float c21 = c[i + 2][j + 1];
    float c30 = c[i + 3][j];
    float c31 = c[i + 3][j + 1];
    for (int k = from; k < to; k++) {
      float b0 = b[k][j];
      float b1 = b[k][j + 1];
      c00 = Math.fma(a0[aFrom + k], b0, c00);
      c01 = Math.fma(a0[aFrom + k], b1, c01);
      c10 = Math.fma(a1[aFrom + k], b0, c10);
      c11 = Math.fma(a1[aFrom + k], b1, c11);
      c20 = Math.fma(a2[aFrom + k], b0, c20);
      c21 = Math.fma(a2[aFrom + k], b1, c21);
      c30 = Math.fma(a3[aFrom + k], b0, c30);
      c31 = Math.fma(a3[aFrom + k], b1, c31);
    }
    c[i][j] = c00;
    c[i][j + 1] = c01;
    c[i + 1][j] = c10;
    c[i + 1][j + 1] = c11;
    c[i + 2][j] = c20;
    c[i + 2][j + 1] = c21;
    c[i + 3][j] = c30;
    c[i + 3][j + 1] = c31;
  }

  private static void scalar1x1(float[] c, float[] a, int aFrom, float[][] b, int from, int to, int j) {
    float sum = c[j];
    for (int k = from; k < to; k++) {
      sum = Math.fma(a[aFrom + k], b[k][j], sum);
    }
    c[j] = sum;
  }
}
