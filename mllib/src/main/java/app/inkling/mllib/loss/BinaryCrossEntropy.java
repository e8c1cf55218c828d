package app.inkling.mllib.loss;

import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Softmax;

/**
 * Cross-entropy of yes or no from logits, the mean over all elements of {@code softplus(x) - t * x}, which is
 * {@code -t ln p - (1 - t) ln(1 - p)} with p = sigmoid(x), without its overflow. Gradient {@code p - t}. The
 * loss of logistic regression, and of several labels at once. Units: nats.
 */
public final class BinaryCrossEntropy {
  /**
   * @param logits any shape
   * @param targets of the same shape and layout, each from 0 (no) to 1 (yes)
   * @return [1]
   */
  public Var apply(Var logits, Var targets) {
    return ElementLoss.record("BinaryCrossEntropy", logits, targets, new ElementLoss() {
      @Override
      public double loss(float x, float t) {
        if (!(t >= 0 && t <= 1)) {
          throw new IllegalArgumentException("BinaryCrossEntropy: a target is " + t + "; wants 0 to 1");
        }
        return softplus(x) - (double) t * x;
      }

      @Override
      public double slope(float x, float t) {
        return sigmoid(x) - t;
      }

      @Override
      public double targetSlope(float x, float t) {
        return -x;
      }
    });
  }

  /** {@code ln(1 + e^x)} for any x. */
  static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(Softmax.exp(-Math.abs(x)));
  }

  /** {@code 1 / (1 + e^-x)} for any x. */
  static double sigmoid(double x) {
    return 1 / (1 + Softmax.exp(-x));
  }
}
