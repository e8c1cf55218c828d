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
 * Brings each feature (each channel of images) to mean 0 and variance 1 over the batch, then scales and
 * shifts it: {@code y = gain * (x - mean) / sqrt(variance + 1e-5) + bias} (Ioffe and Szegedy 2015, "Batch
 * normalization"). In training by the statistics of the shard that is computed at once (Hoffer et al. 2017
 * call it ghost batch normalisation), of at least 2 values of each feature; in use by running averages of
 * them, so that an example's result doesn't depend on its neighbours. Gain [features], at first 1; bias
 * [features], at first 0; running mean, at first 0, and variance, at first 1, are saved with the weights.
 */
public final class BatchNorm implements Layer {
  /** PyTorch's, as is the share. */
  private static final float EPSILON = 1e-5f;
  private static final float SHARE = 0.1f;

  private final String name;
  private final float share;
  private final Parameter gain;
  private final Parameter bias;
  private final Parameter mean;
  private final Parameter variance;

  /** With running averages that move by a tenth. */
  public BatchNorm(String name, int features) {
    this(name, features, SHARE);
  }

  /** @param share by which running averages move towards each batch's statistics, above 0 to 1 */
  public BatchNorm(String name, int features, float share) {
    this.name = name;
    this.share = share;
    LayerShapes.requirePositive(who(), "features", features);
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(who() + ": share is " + share + "; wants above 0 to 1");
    }
    Shape shape = Shape.of(features);
    gain = new Parameter(name + "/gain", Tensor.zeros(shape));
    bias = new Parameter(name + "/bias", Tensor.zeros(shape));
    mean = Parameter.statistic(name + "/mean", Tensor.zeros(shape));
    variance = Parameter.statistic(name + "/variance", Tensor.zeros(shape));
    gain.value().fill(1);
    variance.value().fill(1);
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

  /** Running, [features]. */
  public Parameter mean() {
    return mean;
  }

  /** Running, [features]. */
  public Parameter variance() {
    return variance;
  }

  /** In use, {@code y = factor * x + shift}: the factor of each feature. */
  public float[] factors() {
    float[] factors = gain.value().toArray();
    float[] variances = variance.value().toArray();
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) (factors[i] / Math.sqrt(variances[i] + (double) EPSILON));
    }
    return factors;
  }

  /** In use, {@code y = factor * x + shift}: the shift of each feature. */
  public float[] shifts() {
    float[] shifts = bias.value().toArray();
    float[] means = mean.value().toArray();
    float[] factors = factors();
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] -= means[i] * factors[i];
    }
    return shifts;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample(who(), x));
    return NormalizationOps.batchNorm(x, x.graph().parameter(gain), x.graph().parameter(bias), mean, variance,
        EPSILON, share);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    if (perExample.last() != features()) {
      throw new ShapeException(who() + ": wants [" + features() + "], [steps, " + features()
          + "] or [height, width, " + features() + "] of each example, got " + perExample
          + "; did the features change?");
    }
    return perExample;
  }

  /** Gain, bias, mean, variance; the last two are statistics. */
  @Override
  public List<Parameter> parameters() {
    return Arrays.asList(gain, bias, mean, variance);
  }

  @Override
  public String describe() {
    return new Description("batchNorm").with("name", name).with("features", features()).with("share", share)
        .toString();
  }

  private String who() {
    return "BatchNorm \"" + name + "\"";
  }
}
