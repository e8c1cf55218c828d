package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.NormalizationOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Brings the features of each example (at each step) to mean 0 and variance 1, then scales and shifts each
 * feature (Ba et al. 2016, "Layer normalization"): {@code y = gain * (x - mean) / sqrt(variance + 1e-5) +
 * bias}. Needs no batch, so that it is the same in training and in use. Gain [features], at first 1; bias
 * [features], at first 0.
 */
public final class LayerNorm implements Layer {
  /** PyTorch's. */
  public static final float EPSILON = 1e-5f;

  private final String name;
  private final Parameter gain;
  private final Parameter bias;

  public LayerNorm(String name, int features) {
    this.name = name;
    LayerShapes.requirePositive(who(), "features", features);
    gain = new Parameter(name + "/gain", Tensor.zeros(Shape.of(features)));
    bias = new Parameter(name + "/bias", Tensor.zeros(Shape.of(features)));
    gain.value().fill(1);
  }

  public String name() {
    return name;
  }

  public int features() {
    return gain.value().shape().get(0);
  }

  /** [features]. */
  public Parameter gain() {
    return gain;
  }

  /** [features]. */
  public Parameter bias() {
    return bias;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample(who(), x));
    return NormalizationOps.layerNorm(x, x.graph().parameter(gain), x.graph().parameter(bias), EPSILON);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    if (perExample.rank() > 2 || perExample.last() != features()) {
      throw new ShapeException(who() + ": wants [" + features() + "] or [steps, " + features()
          + "] of each example, got " + perExample + "; did the features change?");
    }
    return perExample;
  }

  @Override
  public List<Parameter> parameters() {
    return Arrays.asList(gain, bias);
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return perExample.rank() == 1 ? ReceptiveField.ALL : before;
  }

  @Override
  public String describe() {
    return new Description("layerNorm").with("name", name).with("features", features()).toString();
  }

  private String who() {
    return "LayerNorm \"" + name + "\"";
  }
}
