package app.inkling.mllib.optim;

import app.inkling.mllib.kernel.Updates;

/**
 * Nesterov's momentum, in the form that looks ahead from the weights themselves:
 * {@code m = mu * m + rate * g; w -= mu * m + rate * g} (Nesterov 1983; Sutskever et al., "On the importance of initialization
 * and momentum in deep learning", 2013, equations 3 and 4, rewritten for the point that was looked ahead to).
 */
public final class Nesterov extends MomentOptimizer {
  private final float mu;

  /** @param mu share of the last step that is kept, 0 (plain descent) to below 1; 0.9 is usual */
  public Nesterov(float mu) {
    super(1);
    if (!(mu >= 0 && mu < 1)) {
      throw new IllegalArgumentException("Nesterov: mu is " + mu + "; wants 0 up to, not including, 1");
    }
    this.mu = mu;
  }

  @Override
  void update(float[] w, float[] g, float[] m, float[] v, int length, float learningRate) {
    Updates.blend(m, mu, g, learningRate, length);
    Updates.descend(w, m, mu, length);
    Updates.descend(w, g, learningRate, length);
  }

  @Override
  public String describe() {
    return "nesterov mu=" + mu;
  }
}
