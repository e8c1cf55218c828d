package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/** Hyperbolic tangent, element by element, within 3e-7. */
public final class Tanh implements Layer {
  @Override
  public Var apply(Var x) {
    return ElementOps.tanh(x);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return perExample;
  }

  @Override
  public String describe() {
    return new Description("tanh").toString();
  }
}
