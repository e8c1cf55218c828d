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
    for (Tensor gradient : gradients) {
      for (float[] row : gradient.rows()) {
        squares += Rows.sumOfSquares(row, row.length);
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
