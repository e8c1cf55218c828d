package app.inkling.mllib.optim;

import app.inkling.mllib.kernel.Updates;

/**
 * Adam: steps scaled by running averages of the gradient and of its square (Kingma and Ba, "Adam: A Method for Stochastic
 * Optimization", 2015, algorithm 1), t counting from 1:
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g        v = beta2 v + (1 - beta2) g^2
 * w -= rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>With a decay it is AdamW: {@code w -= rate * decay * w} before the step, apart from the gradient's averages (Loshchilov
 * and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2). Adding {@code decay * w} to the gradient instead
 * is another method, with L2 penalty.
 */
public final class Adam extends MomentOptimizer {
  private final float beta1;
  private final float beta2;
  private final float epsilon;
  private final float decay;
  private float firstCorrection;
  private float secondCorrection;

  /** The paper's settings, without decay: 0.9, 0.999, 1e-8. */
  public Adam() {
    this(0.9f, 0.999f, 1e-8f, 0);
  }

  /** AdamW with the paper's other settings. */
  public Adam(float decay) {
    this(0.9f, 0.999f, 1e-8f, decay);
  }

  /**
   * @param beta1 share of the gradient's average that is kept, 0 up to below 1
   * @param beta2 share of the square's average that is kept, 0 up to below 1
   * @param epsilon above 0
   * @param decay decoupled weight decay per unit of learning rate, 0 or more
   */
  public Adam(float beta1, float beta2, float epsilon, float decay) {
    super(2);
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && epsilon > 0 && decay >= 0)) {
      throw new IllegalArgumentException("Adam: beta1=" + beta1 + " beta2=" + beta2 + " epsilon=" + epsilon + " decay="
          + decay + "; wants betas from 0 to below 1, epsilon above 0, decay 0 or more");
    }
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.decay = decay;
  }

  @Override
  void beforeStep(long step) {
    firstCorrection = (float) (1 / (1 - StrictMath.pow(beta1, step)));
    secondCorrection = (float) (1 / StrictMath.sqrt(1 - StrictMath.pow(beta2, step)));
  }

  @Override
  void update(float[] w, float[] g, float[] m, float[] v, int length, float learningRate) {
    if (decay > 0) {
      Updates.descend(w, w, learningRate * decay, length);
    }
    Updates.blend(m, beta1, g, 1 - beta1, length);
    Updates.blendSquares(v, beta2, g, 1 - beta2, length);
    Updates.descendScaled(w, m, v, learningRate * firstCorrection, secondCorrection, epsilon, length);
  }

  @Override
  public String describe() {
    return "adam beta1=" + beta1 + " beta2=" + beta2 + " epsilon=" + epsilon + " decay=" + decay;
  }
}
