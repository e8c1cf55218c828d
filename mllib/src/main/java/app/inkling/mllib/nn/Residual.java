package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import java.util.List;

/**
 * A skip connection round a layer: {@code y = x + f(x)} (He et al. 2016, "Deep residual learning for image
 * recognition"). The layer must keep the shape.
 */
public final class Residual implements Layer {
  private final Layer inner;

  public Residual(Layer inner) {
    this.inner = inner;
  }

  public Layer inner() {
    return inner;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("Residual", x));
    return ElementOps.add(x, inner.apply(x));
  }

  @Override
  public Shape outputShape(Shape perExample) {
    Shape out;
    try {
      out = inner.outputShape(perExample);
    } catch (ShapeException e) {
      throw new ShapeException("Residual: " + e.getMessage());
    }
    if (!out.equals(perExample)) {
      throw new ShapeException("Residual: wants a layer that keeps the shape " + perExample + ", got " + out
          + " from it; give it as many outputs as inputs");
    }
    return out;
  }

  @Override
  public List<Parameter> parameters() {
    return inner.parameters();
  }

  @Override
  public long connections(Shape perExample) {
    return inner.connections(perExample);
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return inner.sees(before, perExample);
  }

  @Override
  public String describe() {
    return new Description("residual").with(Description.parse(inner.describe())).toString();
  }
}
