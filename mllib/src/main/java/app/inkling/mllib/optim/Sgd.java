package app.inkling.mllib.optim;

import app.inkling.mllib.kernel.Updates;

/** Stochastic gradient descent: {@code w -= rate * g}. Has no state but the count of its steps. */
public final class Sgd extends MomentOptimizer {
  public Sgd() {
    super(0);
  }

  @Override
  void update(float[] w, float[] g, float[] m, float[] v, int length, float learningRate) {
    Updates.descend(w, g, learningRate, length);
  }

  @Override
  public String describe() {
    return "sgd";
  }
}
