package app.inkling.mllib.optim;

import app.inkling.mllib.kernel.Updates;

/**
 * Gradient descent with the heavy ball's momentum: {@code m = mu * m + rate * g; w -= m} (Polyak, "Some methods of speeding
 * up the convergence of iteration methods", 1964).
 */
public final class Momentum extends MomentOptimizer {
  private final float mu;

  /** @param mu share of the last step that is kept, 0 (plain descent) to below 1; 0.9 is usual */
  public Momentum(float mu) {
    super(1);
    if (!(mu >= 0 && mu < 1)) {
      throw new IllegalArgumentException("Momentum: mu is " + mu + "; wants 0 up to, not including, 1");
    }
    this.mu = mu;
  }

  @Override
  void update(float[] w, float[] g, float[] m, float[] v, int length, float learningRate) {
    Updates.blend(m, mu, g, learningRate, length);
    Updates.descend(w, m, 1, length);
  }

  @Override
  public String describe() {
    return "momentum mu=" + mu;
  }
}
