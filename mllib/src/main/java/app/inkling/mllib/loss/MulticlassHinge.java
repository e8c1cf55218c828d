package app.inkling.mllib.loss;

import app.inkling.mllib.autodiff.Op;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;

/**
 * The hinge of support vector machines for several classes, the weighted mean over a batch of
 * {@code sum over k != y of max(0, s[k] - s[y] + margin)}, y being the right class (Weston and Watkins,
 * "Support vector machines for multi-class pattern recognition", 1999). Its penalty on the weights is apart:
 * {@link WeightPenalty}.
 */
public final class MulticlassHinge {
  private final float margin;

  /** With a margin of 1. */
  public MulticlassHinge() {
    this(1);
  }

  /** @param margin by which the right class has to win, above 0 */
  public MulticlassHinge(float margin) {
    if (!(margin > 0) || Float.isInfinite(margin)) {
      throw new IllegalArgumentException("MulticlassHinge: margin is " + margin
          + "; wants a finite number above 0");
    }
    this.margin = margin;
  }

  /**
   * @param scores [N, classes]
   * @param labels of N examples, read again at every forward pass; classes from 0
   * @return [1]
   */
  public Var apply(Var scores, Labels labels) {
    if (scores.shape().rank() != 2 || scores.shape().get(0) != labels.size()) {
      throw new ShapeException("MulticlassHinge: wants scores [" + labels.size() + " examples, classes] for "
          + labels.size() + " labels, got " + scores.shape() + "; is it the same batch?");
    }
    return scores.graph().record(new HingeOp(scores, labels, margin));
  }

  private static final class HingeOp extends Op {
    private final Labels labels;
    private final float margin;

    HingeOp(Var scores, Labels labels, float margin) {
      super(Tensor.zeros(Shape.of(1)), scores);
      this.labels = labels;
      this.margin = margin;
    }

    @Override
    protected void forward() {
      labels.requireBelow("MulticlassHinge", input(0).rowLength());
      double sum = 0;
      for (int n = 0; n < labels.size(); n++) {
        float[] s = input(0).rows()[n];
        int right = labels.label(n);
        double loss = 0;
        for (int k = 0; k < s.length; k++) {
          loss += k == right ? 0 : Math.max(0, (double) s[k] - s[right] + margin);
        }
        sum += labels.weight(n) * loss;
      }
      double weight = labels.totalWeight();
      output().rows()[0][0] = weight > 0 ? (float) (sum / weight) : 0;
    }

    @Override
    protected void backward() {
      double weight = labels.totalWeight();
      for (int n = 0; n < labels.size(); n++) {
        float[] s = input(0).rows()[n];
        float[] ds = inputGradient(0).rows()[n];
        Arrays.fill(ds, 0);
        if (labels.weight(n) == 0) {
          continue;
        }
        float share = (float) (outputGradient().rows()[0][0] * labels.weight(n) / weight);
        int right = labels.label(n);
        int above = 0;
        for (int k = 0; k < s.length; k++) {
          if (k != right && (double) s[k] - s[right] + margin > 0) {
            ds[k] = share;
            above++;
          }
        }
        ds[right] = -share * above;
      }
    }
  }
}
