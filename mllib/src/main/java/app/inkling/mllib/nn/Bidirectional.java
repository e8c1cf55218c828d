package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import java.util.List;

/**
 * Two layers for sequences, one of which reads from the end: {@code y[t] = (f(x)[t], g(x from the end)[t])}
 * side by side (Schuster and Paliwal 1997, "Bidirectional recurrent neural networks"). For whole sequences
 * only: there is no next step without the end.
 */
public final class Bidirectional implements Layer {
  private final Layer forward;
  private final Layer backward;
  private final List<Parameter> parameters;

  /**
   * @param forward keeps the number of steps
   * @param backward the same, with another name
   */
  public Bidirectional(Layer forward, Layer backward) {
    this.forward = forward;
    this.backward = backward;
    parameters = new Sequential("bidirectional", forward, backward).parameters();
  }

  public Layer forward() {
    return forward;
  }

  public Layer backward() {
    return backward;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("Bidirectional", x));
    Var back = backward.apply(SequenceOps.reverse(x));
    return ShapeOps.concat(forward.apply(x), SequenceOps.reverse(back));
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireSequence("Bidirectional", perExample,
        "is a Sequence or an Embedding missing before it?");
    try {
      return Shape.of(perExample.get(0), outputs(forward, perExample) + outputs(backward, perExample));
    } catch (ShapeException e) {
      throw new ShapeException("Bidirectional: " + e.getMessage());
    }
  }

  private static int outputs(Layer layer, Shape perExample) {
    Shape out = layer.outputShape(perExample);
    if (out.rank() != 2 || out.get(0) != perExample.get(0)) {
      throw new ShapeException("wants layers that keep the " + perExample.get(0) + " steps, got " + out
          + "; is a LastStep inside that belongs behind it?");
    }
    return out.get(1);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public long connections(Shape perExample) {
    return forward.connections(perExample) + backward.connections(perExample);
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return ReceptiveField.ALL;
  }

  @Override
  public String describe() {
    return new Description("bidirectional").with(Description.parse(forward.describe()))
        .with(Description.parse(backward.describe())).toString();
  }
}
