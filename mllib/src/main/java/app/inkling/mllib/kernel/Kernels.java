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

  /**
   * {@code c[i][k] = sum over y, j of a[i * lines + y][j] * b[y][k][j]}, for all i and k of c, y below
   * {@code lines}, j below {@code length}: first over y for each j, in order, then over j in double precision,
   * in order.
   *
   * @param scratch {@value #SCRATCH_ROWS} rows of {@code length}, overwritten
   * @param sums {@value #SCRATCH_ROWS} numbers, overwritten
   */
  void dots(float[][] c, float[][] a, float[][][] b, int lines, int length, float[][] scratch, double[] sums);

  /** Rows of scratch that {@link #dots} wants. */
  int SCRATCH_ROWS = 8;

  /**
   * A convolution of planes, each one long row, in which a tap of the filter is a shift:
   * {@code c[i][to + j] = bias[i] + sum over k of a[i][k] * b[k][shifts[k] + j]}, added in the order of k,
   * for all i of c, k of b, j below {@code length}. Rows of c and b go on for {@value #SPARE} numbers behind
   * those, which may be read and overwritten.
   */
  void convolve(float[][] c, int to, float[] bias, float[][] a, float[][] b, int[] shifts, int length);

  /**
   * Max-pooling by 2 of planes whose lines are {@code pitch} apart: {@code to[c][at + y * toPitch + x]}
   * becomes the largest of {@code from[c][first + 2 y * pitch + 2 x]}, its right neighbour and the two below,
   * for all c, y below {@code height}, x below {@code width}. Lines are written one after the other, each with up to
   * {@value #SPARE} numbers more; as many more are read.
   */
  default void halve(float[][] to, int at, int toPitch, float[][] from, int first, int pitch, int height,
      int width) {
    Columns.maxima(to, at, toPitch, from, first, pitch, 2, 2, height, width);
  }

  /** Numbers that {@link #convolve} and {@link #halve} want behind the last: two long vectors. */
  int SPARE = 64;
}
