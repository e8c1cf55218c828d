package app.inkling.mllib.contract;

import app.inkling.mllib.kernel.Kernels;

/** The plain kernels, counting their multiply-adds. */
public final class CountingKernels implements Kernels {
  private long count;

  /** Multiply-adds so far. */
  public long count() {
    return count;
  }

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int terms, int length) {
    count += (long) rows * terms * length;
    PLAIN.add(c, rows, a, aFrom, b, terms, length);
  }

  @Override
  public void dots(float[][] c, float[][] a, float[][][] b, int lines, int length, float[][] scratch,
      double[] sums) {
    count += (long) c.length * c[0].length * lines * length;
    PLAIN.dots(c, a, b, lines, length, scratch, sums);
  }

  @Override
  public void convolve(float[][] c, int to, float[] bias, float[][] a, float[][] b, int[] shifts, int length) {
    count += (long) c.length * b.length * length;
    PLAIN.convolve(c, to, bias, a, b, shifts, length);
  }
}
