package app.inkling.mllib.loss;

import app.inkling.mllib.autodiff.Op;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;

/**
 * Mean squared error, {@code L = sum over all elements of (x - t)^2 / number of elements}; gradient
 * {@code 2 (x - t) / number of elements}. (No factor 1/2: it is the mean of squares itself.)
 */
public final class SquaredError {
  /**
   * @param predictions any shape
   * @param targets of the same shape and layout; a target may be computed too, and then gets the opposite
   *     gradient
   * @return [1]
   */
  public Var apply(Var predictions, Var targets) {
    if (!predictions.value().sameLayout(targets.value())) {
      throw new ShapeException("SquaredError: wants targets of the predictions' shape " + predictions.shape()
          + ", got " + targets.shape() + "; is it the same batch?");
    }
    return predictions.graph().record(new SquaredErrorOp(predictions, targets));
  }

  private static final class SquaredErrorOp extends Op {
    SquaredErrorOp(Var predictions, Var targets) {
      super(Tensor.zeros(Shape.of(1)), predictions, targets);
    }

    @Override
    protected void forward() {
      float[][] x = input(0).rows();
      float[][] t = input(1).rows();
      double sum = 0;
      for (int r = 0; r < x.length; r++) {
        for (int j = 0; j < x[r].length; j++) {
          double difference = (double) x[r][j] - t[r][j];
          sum += difference * difference;
        }
      }
      output().rows()[0][0] = (float) (sum / input(0).size());
    }

    @Override
    protected void backward() {
      float factor = 2 * outputGradient().rows()[0][0] / input(0).size();
      for (int k = 0; k < 2; k++) {
        if (wantsGradient(k)) {
          fill(inputGradient(k).rows(), k == 0 ? factor : -factor);
        }
      }
    }

    private void fill(float[][] gradient, float factor) {
      float[][] x = input(0).rows();
      float[][] t = input(1).rows();
      for (int r = 0; r < x.length; r++) {
        for (int j = 0; j < x[r].length; j++) {
          gradient[r][j] = factor * (x[r][j] - t[r][j]);
        }
      }
    }
  }
}
