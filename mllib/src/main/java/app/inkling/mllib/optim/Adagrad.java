package app.inkling.mllib.optim;

import app.inkling.mllib.kernel.Updates;

/**
 * Adagrad: each weight's rate falls with the squares of all its gradients so far,
 * {@code v = v + g^2; w -= rate * g / (sqrt(v) + epsilon)} (Duchi et al., "Adaptive subgradient methods", 2011, figure 1 with
 * a diagonal matrix). Good for rare features, such as the words of an embedding.
 */
public final class Adagrad extends MomentOptimizer {
  private final float epsilon;

  /** With an epsilon of 1e-10. */
  public Adagrad() {
    this(1e-10f);
  }

  /** @param epsilon above 0 */
  public Adagrad(float epsilon) {
    super(1);
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("Adagrad: epsilon is " + epsilon + "; wants a number above 0");
    }
    this.epsilon = epsilon;
  }

  @Override
  void update(float[] w, float[] g, float[] squares, float[] unused, int length, float learningRate) {
    Updates.blendSquares(squares, 1, g, 1, length);
    Updates.descendScaled(w, g, squares, learningRate, 1, epsilon, length);
  }

  @Override
  public String describe() {
    return "adagrad epsilon=" + epsilon;
  }
}
