package app.inkling.mllib.optim;

import app.inkling.mllib.kernel.Updates;

/**
 * RMSprop: divides the gradient by the root of a running average of its square,
 * {@code v = keep * v + (1 - keep) * g^2; w -= rate * g / (sqrt(v) + epsilon)} (Hinton, lecture 6e of "Neural networks for
 * machine learning", 2012). Without the division it would be plain descent beside an unused average.
 */
public final class RmsProp extends MomentOptimizer {
  private final float keep;
  private final float epsilon;

  /** With an average that keeps 0.9, as in the lecture, and an epsilon of 1e-8. */
  public RmsProp() {
    this(0.9f, 1e-8f);
  }

  /**
   * @param keep share of the square's average that is kept, 0 up to below 1
   * @param epsilon above 0
   */
  public RmsProp(float keep, float epsilon) {
    super(1);
    if (!(keep >= 0 && keep < 1 && epsilon > 0)) {
      throw new IllegalArgumentException("RmsProp: keep=" + keep + " epsilon=" + epsilon
          + "; wants keep from 0 to below 1, epsilon above 0");
    }
    this.keep = keep;
    this.epsilon = epsilon;
  }

  @Override
  void update(float[] w, float[] g, float[] squares, float[] unused, int length, float learningRate) {
    Updates.blendSquares(squares, keep, g, 1 - keep, length);
    Updates.descendScaled(w, g, squares, learningRate, 1, epsilon, length);
  }

  @Override
  public String describe() {
    return "rmsprop keep=" + keep + " epsilon=" + epsilon;
  }
}
