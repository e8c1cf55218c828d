package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * Exponential linear unit, element by element: {@code y = x} where x is above 0, else
 * {@code alpha * (e^x - 1)}.
 */
public final class Elu implements Layer {
  private final float alpha;

  /** @param alpha 0 or more; 1 is usual */
  public Elu(float alpha) {
    if (!(alpha >= 0) || Float.isInfinite(alpha)) {
      throw new IllegalArgumentException("Elu: alpha is " + alpha + "; wants a finite number of at least 0");
    }
    this.alpha = alpha;
  }

  public float alpha() {
    return alpha;
  }

  @Override
  public Var apply(Var x) {
    return ElementOps.elu(x, alpha);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return perExample;
  }

  @Override
  public String describe() {
    return new Description("elu").with("alpha", alpha).toString();
  }
}
