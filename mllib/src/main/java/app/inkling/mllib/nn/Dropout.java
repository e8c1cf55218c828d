package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * In training drops each element with probability {@code rate} and divides the others by {@code 1 - rate};
 * otherwise passes everything on (Srivastava et al. 2014). Inverted, so that nothing is left to scale when
 * the network is used.
 */
public final class Dropout implements Layer {
  private final float rate;

  /** @param rate 0 (included) to 1 (excluded) */
  public Dropout(float rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("Dropout: rate is " + rate + "; wants at least 0 and below 1");
    }
    this.rate = rate;
  }

  public float rate() {
    return rate;
  }

  @Override
  public Var apply(Var x) {
    return ElementOps.dropout(x, rate);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return perExample;
  }

  @Override
  public String describe() {
    return new Description("dropout").with("rate", rate).toString();
  }
}
