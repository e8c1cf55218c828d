package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * Logits to probabilities: {@code y[n, k] = e^x[n, k] / sum over j of e^x[n, j]}. Train on the logits before
 * it.
 */
public final class Softmax implements Layer {
  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("Softmax", x));
    return MatrixOps.softmax(x);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireFeatures("Softmax", perExample);
    return perExample;
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return ReceptiveField.ALL;
  }

  @Override
  public String describe() {
    return new Description("softmax").toString();
  }
}
