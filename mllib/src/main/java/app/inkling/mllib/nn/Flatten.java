package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * Images to features: planes [C, H, W, N] become rows [N, H * W * C], each in the order line, column,
 * channel.
 */
public final class Flatten implements Layer {
  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("Flatten", x));
    return ImageOps.flatten(x);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireImage("Flatten", perExample);
    return Shape.of(perExample.size());
  }

  @Override
  public String describe() {
    return new Description("flatten").toString();
  }
}
