package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;

/**
 * The largest of several linear pieces: [N, pieces * units] becomes [N, units],
 * {@code y[n, u] = max over p of x[n, p * units + u]}. With the Dense before it, a learned convex activation
 * (Goodfellow et al. 2013, "Maxout networks").
 */
public final class Maxout implements Layer {
  private final int pieces;

  public Maxout(int pieces) {
    LayerShapes.requirePositive("Maxout", "pieces", pieces);
    this.pieces = pieces;
  }

  public int pieces() {
    return pieces;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("Maxout", x));
    return MatrixOps.maxout(x, pieces);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireFeatures("Maxout", perExample);
    if (perExample.get(0) % pieces != 0) {
      throw new ShapeException("Maxout: wants a multiple of " + pieces + " features, got " + perExample
          + "; the layer before it must have pieces * units outputs");
    }
    return Shape.of(perExample.get(0) / pieces);
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return ReceptiveField.ALL;
  }

  @Override
  public String describe() {
    return new Description("maxout").with("pieces", pieces).toString();
  }
}
