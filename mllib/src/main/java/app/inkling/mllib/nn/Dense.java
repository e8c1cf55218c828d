package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Fully connected: {@code y = x W + b}; x [N, inputs], W [inputs, outputs], b [outputs], y [N, outputs]. */
public final class Dense implements Layer {
  private final String name;
  private final Parameter weight;
  private final Parameter bias;

  /** With a bias that starts at 0. */
  public Dense(String name, int inputs, int outputs, Initializer initializer) {
    this(name, inputs, outputs, true, initializer);
  }

  public Dense(String name, int inputs, int outputs, boolean biased, Initializer initializer) {
    this.name = name;
    LayerShapes.requirePositive(who(), "inputs", inputs);
    LayerShapes.requirePositive(who(), "outputs", outputs);
    weight = new Parameter(name + "/weight", Tensor.zeros(Shape.of(inputs, outputs)));
    bias = biased ? new Parameter(name + "/bias", Tensor.zeros(Shape.of(outputs))) : null;
    initializer.fill(weight.value(), inputs, outputs);
  }

  /**
   * A dense layer whose weight is a product of two thin ones, [inputs, rank] and [rank, outputs]: a linear
   * bottleneck, with fewer parameters where rank is below inputs * outputs / (inputs + outputs).
   *
   * @return the layers {@code name/down}, without bias, and {@code name/up}
   */
  public static Sequential lowRank(String name, int inputs, int rank, int outputs, Initializer initializer) {
    return new Sequential(name, new Dense(name + "/down", inputs, rank, false, initializer),
        new Dense(name + "/up", rank, outputs, initializer));
  }

  public String name() {
    return name;
  }

  public int inputs() {
    return weight.value().shape().get(0);
  }

  public int outputs() {
    return weight.value().shape().get(1);
  }

  /** [inputs, outputs]. */
  public Parameter weight() {
    return weight;
  }

  /** [outputs], or null if this layer has none. */
  public Parameter bias() {
    return bias;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample(who(), x));
    return MatrixOps.dense(x, x.graph().parameter(weight), bias == null ? null : x.graph().parameter(bias));
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireFeatures(who(), perExample);
    if (perExample.get(0) != inputs()) {
      throw new ShapeException(who() + ": input has " + perExample.get(0) + " columns, weight is "
          + weight.value().shape() + " and wants " + inputs() + "; did the features change?");
    }
    return Shape.of(outputs());
  }

  @Override
  public List<Parameter> parameters() {
    return bias == null ? Collections.singletonList(weight) : Arrays.asList(weight, bias);
  }

  @Override
  public long connections(Shape perExample) {
    return weight.value().size();
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return ReceptiveField.ALL;
  }

  @Override
  public String describe() {
    return new Description("dense").with("name", name).with("inputs", inputs()).with("outputs", outputs())
        .with("bias", bias != null).toString();
  }

  private String who() {
    return "Dense \"" + name + "\"";
  }
}
