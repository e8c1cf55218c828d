package app.inkling.mllib.optim;

import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Tensor;
import java.util.List;

/** Keeps one bad batch from throwing the weights away. */
public final class Clipping {
  private Clipping() {}

  /** Euclidean norm of all gradients taken as one vector, summed in double precision. */
  public static double norm(List<Tensor> gradients) {
    double squares = 0;
    double[] sums = new double[8];
    for (Tensor gradient : gradients) {
      float[][] rows = gradient.rows();
      int from = 0;
      for (; from + 8 <= rows.length; from += 8) {
        Rows.sumsOfSquares8(sums, rows, from, gradient.rowLength());
        for (double sum : sums) {
          squares += sum;
        }
      }
      for (; from < rows.length; from++) {
        squares += Rows.sumOfSquares(rows[from], gradient.rowLength());
      }
    }
    return Math.sqrt(squares);
  }

  /**
   * Shortens the gradients, taken as one vector, to {@code largest} where they are longer; their direction stays (Pascanu et
   * al., "On the difficulty of training recurrent neural networks", 2013, algorithm 1).
   *
   * @return their norm before
   */
  public static double byNorm(List<Tensor> gradients, float largest) {
    double norm = norm(gradients);
    if (norm > largest) {
      float factor = (float) (largest / norm);
      for (Tensor gradient : gradients) {
        for (float[] row : gradient.rows()) {
          Rows.scale(row, factor, row, row.length);
        }
      }
    }
    return norm;
  }

  /** Cuts every gradient off at {@code -largest} and {@code largest}. */
  public static void byValue(List<Tensor> gradients, float largest) {
    for (Tensor gradient : gradients) {
      for (float[] row : gradient.rows()) {
        for (int j = 0; j < row.length; j++) {
          row[j] = Math.max(-largest, Math.min(largest, row[j]));
        }
      }
    }
  }
}
