package app.inkling.mllib.cli.vector;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.kernel.NonZeros;

/**
 * Products whose partial sums stay in vector registers: {@code fma} for each element in the order of k, so
 * that the width of the machine's vectors changes no bit. Here is chosen which form suits a shape.
 *
 * <p>Rules of the forms: each tile is one method and no vector ever leaves it, since a vector that is passed
 * or returned becomes an object. And there is one species: with two, the JVM no longer knows at once which
 * one it meets, and both become objects. Tiles are written out, since a loop over vectors makes objects of
 * them as well, 20 times as slow.
 */
public final class VectorKernels implements Kernels {
  /** From here on b comes from far: fewer rows of c than make a tile then take it row by row, as it lies. */
  private static final int FAR = 1024;

  private final ThreadLocal<VectorProducts> products = ThreadLocal.withInitial(VectorProducts::new);
  private final ThreadLocal<NonZeroProducts> nonZeroProducts = ThreadLocal.withInitial(NonZeroProducts::new);

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    if (rows < 4 && length >= FAR) {
      nonZeroProducts.get().addRows(c, rows, a, aFrom, b, count, length);
    } else if (NonZeros.areFew(rows, a, aFrom, count, length)) {
      nonZeroProducts.get().add(c, rows, a, aFrom, b, count, length);
    } else {
      products.get().add(c, rows, a, aFrom, b, count, length);
    }
  }

  @Override
  public void dots(float[][] c, float[][] a, float[][][] b, int lines, int length, float[][] scratch,
      double[] sums) {
    VectorDots.run(c, a, b, lines, length, scratch, sums);
  }

  @Override
  public void convolve(float[][] c, int to, float[] bias, float[][] a, float[][] b, int[] shifts,
      int length) {
    VectorConvolution.run(c, to, bias, a, b, shifts, length);
  }

  @Override
  public void halve(float[][] to, int at, int toPitch, float[][] from, int first, int pitch, int height,
      int width) {
    VectorPooling.halve(to, at, toPitch, from, first, pitch, height, width);
  }
}
