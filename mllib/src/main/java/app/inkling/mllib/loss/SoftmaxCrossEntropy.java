package app.inkling.mllib.loss;

import app.inkling.mllib.autodiff.Op;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Softmax;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;

/**
 * Softmax cross-entropy from logits, the weighted mean over a batch:
 * {@code L = sum over n of w[n] * (lse(x[n]) - sum over k of t[n, k] * x[n, k]) / sum over n of w[n]}, where
 * lse is the logarithm of the sum of exponentials, and the target t is {@code 1 - s + s / K} for the right
 * one of K classes and {@code s / K} for the others, with label smoothing s (Szegedy et al. 2016, section 7).
 * The gradient by the logits is {@code w[n] / sum of w * (softmax(x[n]) - t[n])}. Without any weight the loss
 * and its gradient are 0. Units: nats.
 */
public final class SoftmaxCrossEntropy {
  private final float smoothing;

  /** Without label smoothing. */
  public SoftmaxCrossEntropy() {
    this(0);
  }

  /** @param smoothing 0 (included) to 1 (excluded) */
  public SoftmaxCrossEntropy(float smoothing) {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("SoftmaxCrossEntropy: smoothing is " + smoothing
          + "; wants at least 0 and below 1");
    }
    this.smoothing = smoothing;
  }

  /**
   * @param logits [N, classes]
   * @param labels of N examples, read again at every forward pass; classes from 0
   * @return [1]
   */
  public Var apply(Var logits, Labels labels) {
    if (logits.shape().rank() != 2 || logits.shape().get(0) != labels.size()) {
      throw new ShapeException("SoftmaxCrossEntropy: wants logits [" + labels.size()
          + " examples, classes] for "
          + labels.size() + " labels, got " + logits.shape() + "; is it the same batch?");
    }
    return logits.graph().record(new CrossEntropyOp(logits, labels, smoothing));
  }

  private static final class CrossEntropyOp extends Op {
    private final Labels labels;
    private final float smoothing;
    private final int classes;

    CrossEntropyOp(Var logits, Labels labels, float smoothing) {
      super(Tensor.zeros(Shape.of(1)), logits);
      this.labels = labels;
      this.smoothing = smoothing;
      this.classes = logits.shape().get(1);
    }

    @Override
    protected void forward() {
      double sum = 0;
      for (int n = 0; n < labels.size(); n++) {
        int label = labels.label(n);
        if (label < 0 || label >= classes) {
          throw new IllegalArgumentException("SoftmaxCrossEntropy: label of example " + n + " is " + label
              + "; wants 0 to " + (classes - 1) + ": does the network have an output for every class?");
        }
        if (labels.weight(n) > 0) {
          sum += labels.weight(n) * lossOf(input(0).rows()[n], label);
        }
      }
      double weight = labels.totalWeight();
      output().rows()[0][0] = weight > 0 ? (float) (sum / weight) : 0;
    }

    private double lossOf(float[] x, int label) {
      double target = (1 - smoothing) * x[label];
      if (smoothing > 0) {
        double all = 0;
        for (int k = 0; k < classes; k++) {
          all += x[k];
        }
        target += smoothing / classes * all;
      }
      return Softmax.logSumExp(x, classes) - target;
    }

    @Override
    protected void backward() {
      double weight = labels.totalWeight();
      for (int n = 0; n < labels.size(); n++) {
        float[] dx = inputGradient(0).rows()[n];
        if (labels.weight(n) == 0) {
          Arrays.fill(dx, 0);
          continue;
        }
        float share = (float) (outputGradient().rows()[0][0] * labels.weight(n) / weight);
        Softmax.softmax(dx, input(0).rows()[n], classes);
        dx[labels.label(n)] -= 1 - smoothing;
        for (int k = 0; k < classes; k++) {
          dx[k] = share * (dx[k] - smoothing / classes);
        }
      }
    }
  }
}
