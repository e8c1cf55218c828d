package app.inkling.mllib.kernel;

import java.util.Arrays;

/** The loops of {@link Products}, the same to the bit on every machine. */
final class PlainKernels implements Kernels {
  /** Android's vectors are short and seldom cross a cache line: there copies cost more than they save. */
  private final boolean copies = !"Dalvik".equals(System.getProperty("java.vm.name"));
  private final ThreadLocal<Tile> tiles = new ThreadLocal<>() {
    @Override
    protected Tile initialValue() {
      return new Tile(copies);
    }
  };
  private final ThreadLocal<NonZeros> nonZeros = ThreadLocal.withInitial(NonZeros::new);

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    if (NonZeros.areFew(rows, a, aFrom, count, length)) {
      addNonZeros(c, rows, a, aFrom, b, count, length);
    } else if (copies && Tile.suits(rows, count, length)) {
      tiles.get().add(c, rows, a, aFrom, b, count, length);
    } else {
      Products.add(c, rows, a, aFrom, b, count, length);
    }
  }

  private void addNonZeros(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count,
      int length) {
    NonZeros some = nonZeros.get();
    for (int i = 0; i < rows; i++) {
      int found = some.find(a[i], aFrom, count);
      Products.addSome(c[i], a[i], aFrom, b, some.places(), found, length);
    }
  }

  @Override
  public void dots(float[][] c, float[][] a, float[][][] b, int lines, int length, float[][] scratch,
      double[] sums) {
    for (int i = 0; i < c.length; i++) {
      for (int from = 0; from < c[i].length; from += SCRATCH_ROWS) {
        int count = Math.min(SCRATCH_ROWS, c[i].length - from);
        for (int k = 0; k < count; k++) {
          addLines(scratch[k], a, i * lines, b, from + k, lines, length);
        }
        Rows.sums8(sums, scratch, length);
        for (int k = 0; k < count; k++) {
          c[i][from + k] = (float) sums[k];
        }
      }
    }
  }

  @Override
  public void convolve(float[][] c, int to, float[] bias, float[][] a, float[][] b, int[] shifts,
      int length) {
    tiles.get().convolve(c, to, bias, a, b, shifts, length);
  }

  private static void addLines(float[] products, float[][] a, int aFrom, float[][][] b, int k, int lines,
      int length) {
    Arrays.fill(products, 0);
    int y = 0;
    for (; y + 2 <= lines; y += 2) {
      Products.addProducts2(products, a[aFrom + y], b[y][k], a[aFrom + y + 1], b[y + 1][k], length);
    }
    if (y < lines) {
      Products.addProducts(products, a[aFrom + y], b[y][k], length);
    }
  }
}
