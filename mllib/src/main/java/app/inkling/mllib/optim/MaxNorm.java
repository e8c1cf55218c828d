package app.inkling.mllib.optim;

import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Another optimiser that keeps units from growing: after each update, a unit whose incoming weights are
 * longer than the limit has them shortened to it (Srebro and Shraibman 2005, "Rank, trace-norm and max-norm";
 * Srivastava et al. 2014, "Dropout", section 5.1, who find 3 to 4 to be good limits).
 *
 * <p>Limits what it was told to, nothing else:
 * <pre>{@code
 * new MaxNorm(3, new Sgd()).columns(dense.weight().value()).rows(convolution.weight().value())
 * }</pre>
 */
public final class MaxNorm extends AroundOptimizer {
  private final float largest;
  private final Map<Tensor, Boolean> byColumn = new IdentityHashMap<>();
  private final List<double[]> squares = new ArrayList<>();

  /** @param largest Euclidean norm of a unit's incoming weights, above 0 */
  public MaxNorm(float largest, Optimizer inner) {
    super(inner);
    if (!(largest > 0) || Float.isInfinite(largest)) {
      throw new IllegalArgumentException("MaxNorm: largest is " + largest + "; wants a finite number above 0");
    }
    this.largest = largest;
  }

  /** Limits the columns of a weight [inputs, units], as dense and recurrent layers have it. */
  public MaxNorm columns(Tensor weight) {
    byColumn.put(weight, true);
    return this;
  }

  /** Limits the rows of a weight [units, inputs], as convolutions have it. */
  public MaxNorm rows(Tensor weight) {
    byColumn.put(weight, false);
    return this;
  }

  @Override
  public void step(List<Tensor> values, List<Tensor> gradients, float learningRate) {
    if (squares.isEmpty()) {
      requireKnown(values);
    }
    inner.step(values, gradients, learningRate);
    for (int i = 0; i < values.size(); i++) {
      Boolean column = byColumn.get(values.get(i));
      if (column != null && column) {
        limitColumns(values.get(i).rows(), squares.get(i));
      } else if (column != null) {
        limitRows(values.get(i).rows());
      }
    }
  }

  private void requireKnown(List<Tensor> values) {
    Map<Tensor, Boolean> seen = new IdentityHashMap<>();
    for (Tensor value : values) {
      seen.put(value, true);
    }
    for (Tensor limited : byColumn.keySet()) {
      if (!seen.containsKey(limited)) {
        throw new IllegalArgumentException("MaxNorm: wants to limit weights that are trained, got "
            + limited.shape() + " which is none of them; is it of another network?");
      }
    }
    for (Tensor value : values) {
      squares.add(new double[value.rowLength()]);
    }
  }

  private void limitRows(float[][] rows) {
    for (float[] row : rows) {
      double norm = Math.sqrt(Rows.sumOfSquares(row, row.length));
      if (norm > largest) {
        Rows.scale(row, (float) (largest / norm), row, row.length);
      }
    }
  }

  private void limitColumns(float[][] rows, double[] sums) {
    Arrays.fill(sums, 0);
    for (float[] row : rows) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += (double) row[j] * row[j];
      }
    }
    for (int j = 0; j < sums.length; j++) {
      double norm = Math.sqrt(sums[j]);
      float factor = (float) (largest / norm);
      for (int i = 0; norm > largest && i < rows.length; i++) {
        rows[i][j] *= factor;
      }
    }
  }

  @Override
  public String describe() {
    return inner.describe() + " maxNorm=" + largest;
  }
}
