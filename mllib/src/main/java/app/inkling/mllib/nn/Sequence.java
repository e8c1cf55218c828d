package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;

/** A recurrent network's door: rows [N, steps * features] become sequences [steps, N, features]. */
public final class Sequence implements Layer {
  private final int steps;
  private final int features;

  public Sequence(int steps, int features) {
    LayerShapes.requirePositive("Sequence", "steps", steps);
    LayerShapes.requirePositive("Sequence", "features", features);
    this.steps = steps;
    this.features = features;
  }

  public int steps() {
    return steps;
  }

  public int features() {
    return features;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("Sequence", x));
    return SequenceOps.sequence(x, steps);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    if (perExample.rank() != 1 || perExample.get(0) != steps * features) {
      throw new ShapeException("Sequence: wants " + steps + " steps of " + features + " features in a row, ["
          + steps * features + "], got " + perExample + "; are the sequences of another length?");
    }
    return Shape.of(steps, features);
  }

  @Override
  public String describe() {
    return new Description("sequence").with("steps", steps).with("features", features).toString();
  }
}
