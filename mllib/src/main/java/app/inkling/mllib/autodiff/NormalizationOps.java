package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Normalization;
import app.inkling.mllib.kernel.Products;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;

/** Operations that bring numbers to one scale. */
public final class NormalizationOps {
  private NormalizationOps() {}

  /**
   * {@code y = gain * (x - mean) / sqrt(variance + epsilon) + bias} with mean and variance of each row (Ba et
   * al. 2016, "Layer normalization", equation 4).
   *
   * @param x [N, features] or [T, N, features]
   * @param gain [features]
   * @param bias [features]
   */
  public static Var layerNorm(Var x, Var gain, Var bias, float epsilon) {
    Shapes.requireRows("layerNorm", x);
    Shape features = Shape.of(x.shape().last());
    if (!gain.shape().equals(features) || !bias.shape().equals(features)) {
      throw new ShapeException("layerNorm: wants gain and bias " + features + " for " + x.shape() + ", got "
          + gain.shape() + " and " + bias.shape() + "; did the features change?");
    }
    return x.graph().record(new LayerNorm(x, gain, bias, epsilon));
  }

  /**
   * {@code y = gain * (x - mean) / sqrt(variance + epsilon) + bias}, feature by feature. In training mean and
   * variance are the batch's, the gradient goes through them, and the running ones move by {@code share}
   * towards them, the variance in its unbiased form (Ioffe and Szegedy 2015, "Batch normalization",
   * algorithms 1 and 2); else they are the running ones. Statistics move when gradients are applied, not
   * before, so that shards of one batch don't depend on each other: see {@link Parameter#statistic}.
   *
   * @param x [N, features], [T, N, features] or images in planes [features, H, W, N]
   * @param gain [features]
   * @param bias [features]
   * @param mean running, [features], a statistic
   * @param variance running, [features], a statistic
   * @param share above 0 to 1
   */
  public static Var batchNorm(Var x, Var gain, Var bias, Parameter mean, Parameter variance, float epsilon,
      float share) {
    boolean images = x.shape().rank() == 4;
    Shape features = Shape.of(images ? x.shape().get(0) : x.shape().last());
    if (images) {
      Shapes.requireImages("batchNorm", x);
    } else {
      Shapes.requireRows("batchNorm", x);
    }
    Var runningMean = x.graph().parameter(mean);
    Var runningVariance = x.graph().parameter(variance);
    for (Var each : new Var[] {gain, bias, runningMean, runningVariance}) {
      if (!each.shape().equals(features)) {
        throw new ShapeException("batchNorm: wants gain, bias, mean and variance " + features + " for "
            + x.shape() + ", got " + each.shape() + "; did the features change?");
      }
    }
    if (mean.learned() || variance.learned()) {
      throw new IllegalArgumentException("batchNorm: wants statistics as mean and variance, got " + mean
          + " and " + variance + ", one of which is learned; make it with Parameter.statistic");
    }
    FeatureLanes lanes = images ? FeatureLanes.planes(x.shape().get(1)) : FeatureLanes.COLUMNS;
    return x.graph().record(new BatchNormOp(lanes, epsilon, share, x, gain, bias, runningMean,
        runningVariance));
  }

  private static final class LayerNorm extends Op {
    private final float epsilon;
    private final int features;
    private final float[][] normal;
    private final float[] factors;
    private final float[] slope;

    LayerNorm(Var x, Var gain, Var bias, float epsilon) {
      super(Tensor.zerosLike(x.value()), x, gain, bias);
      this.epsilon = epsilon;
      features = x.shape().last();
      normal = new float[x.value().rows().length][features];
      factors = new float[normal.length];
      slope = new float[features];
    }

    @Override
    protected void forward() {
      for (int r = 0; r < normal.length; r++) {
        factors[r] = Normalization.normalize(normal[r], input(0).rows()[r], epsilon, features);
        Normalization.scaleAndShift(output().rows()[r], input(1).rows()[0], normal[r], input(2).rows()[0],
            features);
      }
    }

    @Override
    protected void backward() {
      for (int k = 1; k <= 2; k++) {
        if (wantsGradient(k)) {
          inputGradient(k).fill(0);
        }
      }
      for (int r = 0; r < normal.length; r++) {
        float[] dy = outputGradient().rows()[r];
        if (wantsGradient(1)) {
          Products.addProducts(inputGradient(1).rows()[0], dy, normal[r], features);
        }
        if (wantsGradient(2)) {
          Rows.add(inputGradient(2).rows()[0], dy, features);
        }
        if (wantsGradient(0)) {
          Rows.multiply(slope, dy, input(1).rows()[0], features);
          Normalization.normalizeGradient(inputGradient(0).rows()[r], slope, normal[r], factors[r], features);
        }
      }
    }
  }
}
