package app.inkling.mllib.kernel;

/** The loops of {@link Products}, the same to the bit on every machine. */
final class PlainKernels implements Kernels {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    Products.add(c, rows, a, aFrom, b, count, length);
  }
}
