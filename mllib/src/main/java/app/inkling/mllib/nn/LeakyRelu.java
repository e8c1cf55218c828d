package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * Rectified linear unit that lets a little through, element by element: {@code y = x} where x is above 0,
 * else {@code slope * x}. A unit that is off still learns.
 */
public final class LeakyRelu implements Layer {
  private final float slope;

  /** @param slope 0 or more; 0.01 is usual */
  public LeakyRelu(float slope) {
    if (!(slope >= 0) || Float.isInfinite(slope)) {
      throw new IllegalArgumentException("LeakyRelu: slope is " + slope + "; wants a finite number of at "
          + "least 0");
    }
    this.slope = slope;
  }

  public float slope() {
    return slope;
  }

  @Override
  public Var apply(Var x) {
    return ElementOps.leakyRelu(x, slope);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return perExample;
  }

  @Override
  public String describe() {
    return new Description("leakyRelu").with("slope", slope).toString();
  }
}
