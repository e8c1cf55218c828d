package app.inkling.mllib.tensor;

/** Random orthogonal matrices, by Gram and Schmidt's method on normal numbers in double precision. */
final class Orthogonal {
  private Orthogonal() {}

  static void fill(Tensor weight, Rng rng) {
    int rows = weight.rows().length;
    int columns = weight.rowLength();
    int block = columns % rows == 0 ? rows : columns;
    for (int from = 0; from < columns; from += block) {
      fillBlock(weight.rows(), rows, from, block, rng);
    }
  }

  private static void fillBlock(float[][] weight, int rows, int from, int columns, Rng rng) {
    boolean tall = rows > columns;
    double[][] vectors = vectors(Math.min(rows, columns), Math.max(rows, columns), rng);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        weight[i][from + j] = (float) (tall ? vectors[j][i] : vectors[i][j]);
      }
    }
  }

  /** So many vectors of length 1 at right angles to each other; {@code count} is at most {@code length}. */
  private static double[][] vectors(int count, int length, Rng rng) {
    double[][] vectors = new double[count][length];
    for (int i = 0; i < count; i++) {
      double norm = 0;
      while (norm < 1e-6) {
        for (int j = 0; j < length; j++) {
          vectors[i][j] = rng.nextGaussian();
        }
        // Twice, because once leaves what rounding brought back in.
        for (int k = 0; k < 2 * i; k++) {
          subtract(vectors[i], vectors[k % i]);
        }
        norm = StrictMath.sqrt(dot(vectors[i], vectors[i]));
      }
      for (int j = 0; j < length; j++) {
        vectors[i][j] /= norm;
      }
    }
    return vectors;
  }

  private static void subtract(double[] from, double[] direction) {
    double share = dot(from, direction);
    for (int j = 0; j < from.length; j++) {
      from[j] -= share * direction[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
