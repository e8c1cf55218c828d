package app.inkling.mllib.loss;

import app.inkling.mllib.autodiff.Var;

/**
 * Huber's loss, the mean over all elements of {@code (x - t)^2 / 2} where the difference is at most delta,
 * else {@code delta * (|x - t| - delta / 2)}: square near the target, straight far from it, so that outliers
 * pull with no more than delta (Huber, "Robust estimation of a location parameter", 1964).
 */
public final class Huber {
  private final float delta;

  /** @param delta where square becomes straight, above 0 */
  public Huber(float delta) {
    if (!(delta > 0) || Float.isInfinite(delta)) {
      throw new IllegalArgumentException("Huber: delta is " + delta + "; wants a finite number above 0");
    }
    this.delta = delta;
  }

  /**
   * @param predictions any shape
   * @param targets of the same shape and layout; computed targets get the opposite gradient
   * @return [1]
   */
  public Var apply(Var predictions, Var targets) {
    return ElementLoss.record("Huber", predictions, targets, new ElementLoss() {
      @Override
      public double loss(float x, float t) {
        double size = Math.abs((double) x - t);
        return size <= delta ? size * size / 2 : delta * (size - delta / 2.0);
      }

      @Override
      public double slope(float x, float t) {
        return Math.max(-delta, Math.min(delta, (double) x - t));
      }

      @Override
      public double targetSlope(float x, float t) {
        return -slope(x, t);
      }
    });
  }
}
