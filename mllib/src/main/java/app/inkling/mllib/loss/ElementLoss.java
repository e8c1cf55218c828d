package app.inkling.mllib.loss;

import app.inkling.mllib.autodiff.Op;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;

/** The mean over all elements of a function of prediction x and target t. */
interface ElementLoss {
  double loss(float x, float t);

  /** Derivative by x. */
  double slope(float x, float t);

  /** Derivative by t. */
  double targetSlope(float x, float t);

  /** Records the mean; {@code who} is named where the shapes differ. */
  static Var record(String who, Var predictions, Var targets, ElementLoss function) {
    if (!predictions.value().sameLayout(targets.value())) {
      throw new ShapeException(who + ": wants targets of the predictions' shape " + predictions.shape()
          + ", got " + targets.shape() + "; is it the same batch?");
    }
    return predictions.graph().record(new MeanOp(predictions, targets, function));
  }

  /** The recorded mean. */
  final class MeanOp extends Op {
    private final ElementLoss function;

    MeanOp(Var predictions, Var targets, ElementLoss function) {
      super(Tensor.zeros(Shape.of(1)), predictions, targets);
      this.function = function;
    }

    @Override
    protected void forward() {
      float[][] x = input(0).rows();
      float[][] t = input(1).rows();
      double sum = 0;
      for (int r = 0; r < x.length; r++) {
        for (int j = 0; j < x[r].length; j++) {
          sum += function.loss(x[r][j], t[r][j]);
        }
      }
      output().rows()[0][0] = (float) (sum / input(0).size());
    }

    @Override
    protected void backward() {
      float[][] x = input(0).rows();
      float[][] t = input(1).rows();
      double share = (double) outputGradient().rows()[0][0] / input(0).size();
      for (int r = 0; r < x.length; r++) {
        for (int j = 0; j < x[r].length; j++) {
          if (wantsGradient(0)) {
            inputGradient(0).rows()[r][j] = (float) (share * function.slope(x[r][j], t[r][j]));
          }
          if (wantsGradient(1)) {
            inputGradient(1).rows()[r][j] = (float) (share * function.targetSlope(x[r][j], t[r][j]));
          }
        }
      }
    }
  }
}
