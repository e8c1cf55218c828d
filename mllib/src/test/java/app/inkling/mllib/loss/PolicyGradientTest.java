package app.inkling.mllib.loss;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import org.junit.Test;

/** Why REINFORCE works: on average over the choices its gradient is that of the expected reward. */
public class PolicyGradientTest {
  private static final float[] LOGITS = {0.3f, -0.8f, 1.1f, 0.2f};
  private static final float[] REWARDS = {1, -2, 0.5f, 3};

  /** By the first formula: each choice's gradient, as often as it is drawn. */
  private static double[] meanGradient(float baseline) {
    double[] mean = new double[LOGITS.length];
    for (int k = 0; k < LOGITS.length; k++) {
      Graph graph = new Graph();
      Var logits = graph.variable(Tensor.of(Shape.of(1, LOGITS.length), LOGITS));
      Tensor choice = Tensor.zeros(Shape.of(1, LOGITS.length));
      choice.rows()[0][k] = 1;
      Var advantage = graph.input(Tensor.of(Shape.of(1, 1), REWARDS[k] - baseline));
      graph.backward(new PolicyGradient().apply(logits, graph.input(choice), advantage));
      for (int j = 0; j < LOGITS.length; j++) {
        mean[j] += chances()[k] * graph.gradient(logits).rows()[0][j];
      }
    }
    return mean;
  }

  private static double[] chances() {
    double[] chances = new double[LOGITS.length];
    double sum = 0;
    for (float logit : LOGITS) {
      sum += Math.exp(logit);
    }
    for (int k = 0; k < LOGITS.length; k++) {
      chances[k] = Math.exp(LOGITS[k]) / sum;
    }
    return chances;
  }

  /**
   * By the second: the slope of the expected reward, p_j (r_j - mean of r), negated; whatever the baseline.
   */
  @Test
  public void onAverageItsGradientIsTheExpectedRewards() {
    double expected = 0;
    for (int k = 0; k < LOGITS.length; k++) {
      expected += chances()[k] * REWARDS[k];
    }
    for (float baseline : new float[] {0, 0.7f, -5}) {
      double[] mean = meanGradient(baseline);
      for (int j = 0; j < LOGITS.length; j++) {
        assertEquals(-chances()[j] * (REWARDS[j] - expected), mean[j], 1e-6);
      }
    }
  }

  @Test
  public void refusesANegativeEntropy() {
    String message = assertThrows(IllegalArgumentException.class, () -> new PolicyGradient(-1)).getMessage();
    assertTrue(message, message.startsWith("PolicyGradient: entropy is -1.0; wants"));
  }
}
