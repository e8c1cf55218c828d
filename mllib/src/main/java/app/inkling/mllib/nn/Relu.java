package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/** Rectified linear unit, element by element: {@code y = max(x, 0)}, with gradient 0 at 0. */
public final class Relu implements Layer {
  @Override
  public Var apply(Var x) {
    return ElementOps.relu(x);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return perExample;
  }

  @Override
  public String describe() {
    return new Description("relu").toString();
  }
}
