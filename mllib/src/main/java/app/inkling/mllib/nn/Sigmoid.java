package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/** Logistic function, element by element: {@code y = 1 / (1 + e^-x)}, within 3e-7. */
public final class Sigmoid implements Layer {
  @Override
  public Var apply(Var x) {
    return ElementOps.sigmoid(x);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return perExample;
  }

  @Override
  public String describe() {
    return new Description("sigmoid").toString();
  }
}
