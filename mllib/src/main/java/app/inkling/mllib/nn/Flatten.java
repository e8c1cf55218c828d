package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * To features: images in planes [C, H, W, N] become rows [N, H * W * C], each in the order line, column,
 * channel; sequences [T, N, features] become rows [N, T * features], step after step.
 */
public final class Flatten implements Layer {
  @Override
  public Var apply(Var x) {
    Shape perExample = LayerShapes.perExample("Flatten", x);
    outputShape(perExample);
    return perExample.rank() == 2 ? SequenceOps.flatten(x) : ImageOps.flatten(x);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    if (perExample.rank() != 2) {
      LayerShapes.requireImage("Flatten", perExample);
    }
    return Shape.of(perExample.size());
  }

  @Override
  public String describe() {
    return new Description("flatten").toString();
  }
}
