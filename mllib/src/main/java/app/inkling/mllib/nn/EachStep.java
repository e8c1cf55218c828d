package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import java.util.List;

/** A layer for features at each step by itself, with the same weights: [T, N, in] to [T, N, out]. */
public final class EachStep implements Layer {
  private final Layer inner;

  public EachStep(Layer inner) {
    this.inner = inner;
  }

  public Layer inner() {
    return inner;
  }

  @Override
  public Var apply(Var x) {
    Shape out = outputShape(LayerShapes.perExample("EachStep", x));
    Var y = inner.apply(SequenceOps.matrix(x));
    return ShapeOps.reshape(y, Shape.of(out.get(0), x.shape().get(1), out.get(1)));
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireSequence("EachStep", perExample, "without steps, use the layer inside alone");
    try {
      return Shape.of(perExample.get(0), inner.outputShape(Shape.of(perExample.get(1))).size());
    } catch (ShapeException e) {
      throw new ShapeException("EachStep: " + e.getMessage());
    }
  }

  @Override
  public List<Parameter> parameters() {
    return inner.parameters();
  }

  @Override
  public long connections(Shape perExample) {
    return perExample.get(0) * inner.connections(Shape.of(perExample.get(1)));
  }

  @Override
  public String describe() {
    return new Description("eachStep").with(Description.parse(inner.describe())).toString();
  }
}
