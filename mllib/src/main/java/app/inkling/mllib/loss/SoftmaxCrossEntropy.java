package app.inkling.mllib.loss;

import app.inkling.mllib.autodiff.Op;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Rows;
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
    /** e^(x - max) of every example, or where those are quickly computed again, of the last one alone. */
    private final float[][] exponentials;
    private final double[] sums;
    private final float[] maxima;

    CrossEntropyOp(Var logits, Labels labels, float smoothing) {
      super(Tensor.zeros(Shape.of(1)), logits);
      this.labels = labels;
      this.smoothing = smoothing;
      this.classes = logits.shape().get(1);
      exponentials = new float[Softmax.isLong(classes) ? 1 : labels.size()][classes];
      sums = new double[labels.size()];
      maxima = new float[labels.size()];
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
          sum += labels.weight(n) * lossOf(n, label);
        }
      }
      double weight = labels.totalWeight();
      output().rows()[0][0] = weight > 0 ? (float) (sum / weight) : 0;
    }

    private double lossOf(int n, int label) {
      float[] x = input(0).rows()[n];
      double target = (1 - smoothing) * x[label];
      if (smoothing > 0) {
        target += smoothing / classes * Rows.sum(x, classes);
      }
      maxima[n] = Softmax.max(x, classes);
      sums[n] = Softmax.exponentials(exponentials[n % exponentials.length], x, maxima[n], classes);
      return maxima[n] + StrictMath.log(sums[n]) - target;
    }

    @Override
    protected boolean overwritesInput() {
      return true;
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
        Rows.scale(dx, (float) (1 / sums[n]), exponentials(n, dx), classes);
        dx[labels.label(n)] -= 1 - smoothing;
        Rows.scaleDifference(dx, share, dx, smoothing / classes, classes);
      }
    }

    /** Of example n; in {@code scratch} if they have to be computed again. */
    private float[] exponentials(int n, float[] scratch) {
      if (exponentials.length == labels.size()) {
        return exponentials[n];
      }
      Softmax.expOfDifference(scratch, input(0).rows()[n], maxima[n], classes);
      return scratch;
    }
  }
}
