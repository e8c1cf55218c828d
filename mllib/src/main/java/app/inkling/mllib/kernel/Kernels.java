package app.inkling.mllib.kernel;

/**
 * The arithmetic that nearly all of a network's time goes into, for which there may be faster sets than the
 * plain one. A set is stateless and serves any number of threads. Sets may round differently, so what was
 * trained says with which ({@link #name}); each for itself gives the same bits on every machine and for any
 * number of threads.
 */
public interface Kernels {
  /** Plain Java, the set that runs everywhere: {@link Products}. */
  Kernels PLAIN = new PlainKernels();

  /** One word, recorded in checkpoints. */
  String name();

  /**
   * {@code c[i][j] += sum over k of a[i][aFrom + k] * b[k][j]}, added in the order of k, for all i below
   * {@code rows}, k below {@code count}, j below {@code length}.
   */
  void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length);
}
