package app.inkling.mllib.loss;

import app.inkling.mllib.autodiff.Op;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.kernel.Softmax;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;

/**
 * What descends where reward ascends (Williams 1992, "Simple statistical gradient-following algorithms for
 * connectionist reinforcement learning"): the mean over a batch of {@code -A ln p(c)}, where p is the softmax
 * of the logits, c the choice that was drawn from p, and A its advantage: how much better than expected it
 * turned out. Its gradient, {@code A (p - c)}, is on average that of the expected reward, negated; a baseline
 * that A is measured from changes the spread of it, not the average.
 *
 * <p>The entropy of p, times a factor, is taken off: above 0 it keeps the choices from hardening too early
 * (Williams and Peng 1991; Mnih et al. 2016, "Asynchronous methods for deep reinforcement learning"). Units:
 * nats times reward.
 */
public final class PolicyGradient {
  private final float entropy;

  /** Without regard to entropy. */
  public PolicyGradient() {
    this(0);
  }

  /** @param entropy its factor, 0 or more */
  public PolicyGradient(float entropy) {
    if (!(entropy >= 0) || Float.isInfinite(entropy)) {
      throw new IllegalArgumentException("PolicyGradient: entropy is " + entropy
          + "; wants a finite number of at least 0");
    }
    this.entropy = entropy;
  }

  /**
   * @param logits of the choices, [N, K]
   * @param choices [N, K], 1 at the one that was made and else 0
   * @param advantages [N, 1]
   * @return [1]
   */
  public Var apply(Var logits, Var choices, Var advantages) {
    if (logits.shape().rank() != 2 || !choices.shape().equals(logits.shape())
        || !advantages.shape().equals(Shape.of(logits.shape().get(0), 1))) {
      throw new ShapeException("PolicyGradient: wants logits [N, K], choices [N, K], advantages [N, 1], got "
          + logits.shape() + ", " + choices.shape() + " and " + advantages.shape()
          + "; is it the same batch?");
    }
    return logits.graph().record(new PolicyGradientOp(logits, choices, advantages, entropy));
  }

  private static final class PolicyGradientOp extends Op {
    private final float entropy;
    /** p, and its logarithm. */
    private final float[][] share;
    private final float[][] log;
    /** Of each example: {@code ln p(c)}, and the entropy of p. */
    private final double[] chosen;
    private final double[] spread;

    PolicyGradientOp(Var logits, Var choices, Var advantages, float entropy) {
      super(Tensor.zeros(Shape.of(1)), logits, choices, advantages);
      this.entropy = entropy;
      int examples = logits.shape().get(0);
      share = new float[examples][logits.shape().get(1)];
      log = new float[examples][logits.shape().get(1)];
      chosen = new double[examples];
      spread = new double[examples];
    }

    @Override
    protected void forward() {
      double sum = 0;
      for (int n = 0; n < share.length; n++) {
        float[] x = input(0).rows()[n];
        float max = Softmax.max(x, x.length);
        double total = Softmax.exponentials(share[n], x, max, x.length);
        Rows.scale(share[n], (float) (1 / total), share[n], x.length);
        float shift = (float) (max + StrictMath.log(total));
        Rows.scaleDifference(log[n], 1, x, shift, x.length);
        chosen[n] = Rows.dot(input(1).rows()[n], log[n], x.length);
        spread[n] = -Rows.dot(share[n], log[n], x.length);
        sum -= input(2).rows()[n][0] * chosen[n] + entropy * spread[n];
      }
      output().rows()[0][0] = (float) (sum / share.length);
    }

    @Override
    protected void backward() {
      float part = outputGradient().rows()[0][0] / share.length;
      for (int n = 0; n < share.length; n++) {
        float[] c = input(1).rows()[n];
        float advantage = input(2).rows()[n][0];
        if (wantsGradient(0)) {
          float[] dx = inputGradient(0).rows()[n];
          float all = (float) Rows.sum(c, c.length);
          for (int k = 0; k < c.length; k++) {
            float p = share[n][k];
            dx[k] = part * (advantage * (p * all - c[k]) + entropy * p * (log[n][k] + (float) spread[n]));
          }
        }
        if (wantsGradient(1)) {
          Rows.scale(inputGradient(1).rows()[n], -part * advantage, log[n], c.length);
        }
        if (wantsGradient(2)) {
          inputGradient(2).rows()[n][0] = (float) (-part * chosen[n]);
        }
      }
    }
  }
}
