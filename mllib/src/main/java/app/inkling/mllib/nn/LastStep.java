package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/** What a sequence came to: the last step of [T, N, features], [N, features]. */
public final class LastStep implements Layer {
  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("LastStep", x));
    return SequenceOps.step(x, -1);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireSequence("LastStep", perExample, "is a Sequence or an Embedding missing before it?");
    return Shape.of(perExample.get(1));
  }

  @Override
  public String describe() {
    return new Description("lastStep").toString();
  }
}
