package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/** Soft ReLU, element by element: {@code y = ln(1 + e^x)}. */
public final class Softplus implements Layer {
  @Override
  public Var apply(Var x) {
    return ElementOps.softplus(x);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return perExample;
  }

  @Override
  public String describe() {
    return new Description("softplus").toString();
  }
}
