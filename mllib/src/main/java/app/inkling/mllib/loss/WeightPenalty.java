package app.inkling.mllib.loss;

import app.inkling.mllib.autodiff.Op;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.List;

/**
 * A penalty on large weights to be added to a loss: {@code l1 * sum of |w| + l2 / 2 * sum of w^2} (ridge,
 * lasso, and both at once the elastic net of Zou and Hastie 2005). Gradient {@code l1 * sign(w) + l2 * w},
 * where the sign of 0 is 0. Usually not for biases.
 */
public final class WeightPenalty {
  private final float l1;
  private final float l2;

  /**
   * @param l1 0 or more
   * @param l2 0 or more
   */
  public WeightPenalty(float l1, float l2) {
    if (!(l1 >= 0 && l2 >= 0) || Float.isInfinite(l1 + l2)) {
      throw new IllegalArgumentException("WeightPenalty: l1 is " + l1 + ", l2 is " + l2
          + "; wants finite numbers of at least 0");
    }
    this.l1 = l1;
    this.l2 = l2;
  }

  /**
   * @param weights of one graph, of any shapes
   * @return [1]
   */
  public Var apply(List<Var> weights) {
    if (weights.isEmpty()) {
      throw new ShapeException("WeightPenalty: wants at least one weight, got none; which should stay small?");
    }
    return weights.get(0).graph().record(new PenaltyOp(weights.toArray(new Var[0]), l1, l2));
  }

  private static final class PenaltyOp extends Op {
    private final Var[] weights;
    private final float l1;
    private final float l2;

    PenaltyOp(Var[] weights, float l1, float l2) {
      super(Tensor.zeros(Shape.of(1)), weights);
      this.weights = weights;
      this.l1 = l1;
      this.l2 = l2;
    }

    @Override
    protected void forward() {
      double sizes = 0;
      double squares = 0;
      for (int i = 0; i < weights.length; i++) {
        for (float[] row : input(i).rows()) {
          for (float w : row) {
            sizes += Math.abs(w);
            squares += (double) w * w;
          }
        }
      }
      output().rows()[0][0] = (float) (l1 * sizes + l2 / 2.0 * squares);
    }

    @Override
    protected void backward() {
      float factor = outputGradient().rows()[0][0];
      for (int i = 0; i < weights.length; i++) {
        if (wantsGradient(i)) {
          fill(inputGradient(i).rows(), input(i).rows(), factor);
        }
      }
    }

    private void fill(float[][] gradient, float[][] weight, float factor) {
      for (int r = 0; r < weight.length; r++) {
        for (int j = 0; j < weight[r].length; j++) {
          float w = weight[r][j];
          gradient[r][j] = factor * (l1 * Math.signum(w) + l2 * w);
        }
      }
    }
  }
}
