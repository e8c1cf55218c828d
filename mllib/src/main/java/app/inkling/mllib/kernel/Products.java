package app.inkling.mllib.kernel;

/**
 * Matrix products as row updates, the form that both compilers vectorise (a float dot product never is).
 *
 * <p>Letters: {@code c[i]} are the output rows, {@code a[i][k]} the factors, {@code b[k]} the input rows.
 */
public final class Products {
  /** Numbers of b worked through before the next row of c: they should stay in the nearest cache. */
  private static final int BLOCK_FLOATS = 8192;
  /** Columns worked through before the next ones, so that a block is more than a few rows of b. */
  private static final int PANEL_COLUMNS = 1024;
  /** Lengths from which on a loop is a different one. */
  private static final int MIDDLE = 64;
  private static final int LONG = 192;

  private Products() {}

  /**
   * {@code c[i][j] += sum over k of a[i][aFrom + k] * b[k][j]}, added in the order of k, for all i below
   * {@code rows}, k below {@code count}, j below {@code length}.
   */
  public static void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    for (int low = 0; low < length; low += PANEL_COLUMNS) {
      int high = Math.min(length, low + PANEL_COLUMNS);
      int block = Math.max(4, BLOCK_FLOATS / (high - low) & ~3);
      for (int from = 0; from < count; from += block) {
        int to = Math.min(count, from + block);
        for (int i = 0; i < rows; i++) {
          addBlock(c[i], a[i], aFrom, b, from, to, low, high);
        }
      }
    }
  }

  /** {@code c[j] += sum over k of a[aFrom + k] * b[k][j]} for k and columns from the first to the second. */
  static void addBlock(float[] c, float[] a, int aFrom, float[][] b, int from, int to, int low,
      int high) {
    int k = from;
    for (; k + 4 <= to; k += 4) {
      int s = aFrom + k;
      add4(c, a[s], b[k], a[s + 1], b[k + 1], a[s + 2], b[k + 2], a[s + 3], b[k + 3], low, high);
    }
    if (k + 2 <= to) {
      add2(c, a[aFrom + k], b[k], a[aFrom + k + 1], b[k + 1], low, high);
      k += 2;
    }
    if (k < to) {
      add1(c, a[aFrom + k], b[k], low, high);
    }
  }

  /**
   * As {@link #addBlock} from 0 on, in the loop for long rows whatever their length: where that was compiled
   * for long ones, rows of 64 gain as well.
   */
  static void addLongBlock(float[] c, float[] a, int aFrom, float[][] b, int count, int low, int high) {
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      int s = aFrom + k;
      addLong4(c, a[s], b[k], a[s + 1], b[k + 1], a[s + 2], b[k + 2], a[s + 3], b[k + 3], low, high);
    }
    addBlock(c, a, aFrom, b, k, count, low, high);
  }

  /** {@code c[j] += sum over s of a[aFrom + k] * b[k][j]} with k = places[s], s below {@code count}. */
  static void addSome(float[] c, float[] a, int aFrom, float[][] b, int[] places, int count, int length) {
    int s = 0;
    for (; s + 4 <= count; s += 4) {
      int k0 = places[s];
      int k1 = places[s + 1];
      int k2 = places[s + 2];
      int k3 = places[s + 3];
      add4(c, a[aFrom + k0], b[k0], a[aFrom + k1], b[k1], a[aFrom + k2], b[k2], a[aFrom + k3], b[k3], 0, length);
    }
    if (s + 2 <= count) {
      int k0 = places[s++];
      int k1 = places[s++];
      add2(c, a[aFrom + k0], b[k0], a[aFrom + k1], b[k1], 0, length);
    }
    if (s < count) {
      add1(c, a[aFrom + places[s]], b[places[s]], 0, length);
    }
  }

  /**
   * {@code c += a0*b0 + a1*b1 + a2*b2 + a3*b3} from left to right, for columns from low to high. HotSpot
   * unrolls a loop for the lengths that it met before compiling it, and where those were short on average,
   * long rows take up to three times as long. Hence one loop three times.
   */
  private static void add4(float[] c, float a0, float[] b0, float a1, float[] b1, float a2, float[] b2,
      float a3, float[] b3, int low, int high) {
    if (high - low < MIDDLE) {
      addShort4(c, a0, b0, a1, b1, a2, b2, a3, b3, low, high);
    } else if (high - low < LONG) {
      addMiddle4(c, a0, b0, a1, b1, a2, b2, a3, b3, low, high);
    } else {
      addLong4(c, a0, b0, a1, b1, a2, b2, a3, b3, low, high);
    }
  }

  private static void addMiddle4(float[] c, float a0, float[] b0, float a1, float[] b1, float a2, float[] b2,
      float a3, float[] b3, int low, int high) {
    for (int j = low; j < high; j++) {
      c[j] = c[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void addShort4(float[] c, float a0, float[] b0, float a1, float[] b1, float a2, float[] b2,
      float a3, float[] b3, int low, int high) {
    for (int j = low; j < high; j++) {
      c[j] = c[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void addLong4(float[] c, float a0, float[] b0, float a1, float[] b1, float a2, float[] b2,
      float a3, float[] b3, int low, int high) {
    for (int j = low; j < high; j++) {
      c[j] = c[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void add2(float[] c, float a0, float[] b0, float a1, float[] b1, int low, int high) {
    for (int j = low; j < high; j++) {
      c[j] = c[j] + a0 * b0[j] + a1 * b1[j];
    }
  }

  private static void add1(float[] c, float a, float[] b, int low, int high) {
    for (int j = low; j < high; j++) {
      c[j] = c[j] + a * b[j];
    }
  }

  /** {@code c += a*b}. */
  public static void add1(float[] c, float a, float[] b, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = c[j] + a * b[j];
    }
  }

  /** {@code c += a0*b0 + a1*b1}, element by element: the inner step of long dot products. */
  public static void addProducts2(float[] c, float[] a0, float[] b0, float[] a1, float[] b1, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = c[j] + a0[j] * b0[j] + a1[j] * b1[j];
    }
  }

  /** {@code c += a*b}, element by element. */
  public static void addProducts(float[] c, float[] a, float[] b, int length) {
    for (int j = 0; j < length; j++) {
      c[j] = c[j] + a[j] * b[j];
    }
  }
}
