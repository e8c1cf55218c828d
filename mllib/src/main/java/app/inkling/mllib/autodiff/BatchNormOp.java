package app.inkling.mllib.autodiff;

import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;

/**
 * Batch normalisation, feature by feature: see {@link NormalizationOps#batchNorm}. Letters: n values of a
 * feature in a batch, y' the normalised x.
 *
 * <pre>
 * dgain = sum of dy * y'      dbias = sum of dy
 * dx = gain / sqrt(variance + epsilon) * (dy - dbias / n - y' * dgain / n)
 * </pre>
 *
 * The last two terms come from the mean and the variance, which depend on x too (Ioffe and Szegedy 2015,
 * section 3); with running statistics, which don't, they fall away.
 */
final class BatchNormOp extends Op {
  private final FeatureLanes lanes;
  private final float epsilon;
  private final float share;
  private final int features;
  private final float[][] normal;
  private final double[] sums;
  private final float[] factors;
  private final float[] scale;
  private final float[] shift;
  private final double[] batchMean;
  private final double[] batchVariance;
  private boolean byBatch;

  BatchNormOp(FeatureLanes lanes, float epsilon, float share, Var... inputs) {
    super(Tensor.zerosLike(inputs[0].value()), inputs);
    this.lanes = lanes;
    this.epsilon = epsilon;
    this.share = share;
    features = inputs[1].shape().last();
    normal = Tensor.zerosLike(inputs[0].value()).rows();
    sums = new double[features];
    factors = new float[features];
    scale = new float[features];
    shift = new float[features];
    batchMean = new double[features];
    batchVariance = new double[features];
  }

  private int count() {
    return input(0).size() / features;
  }

  @Override
  protected void forward() {
    byBatch = graph().training();
    if (byBatch) {
      centreByBatch();
    } else {
      float[] mean = input(3).rows()[0];
      float[] variance = input(4).rows()[0];
      for (int f = 0; f < features; f++) {
        factors[f] = factor(variance[f]);
        shift[f] = -mean[f];
      }
      Arrays.fill(scale, 1);
      lanes.scaleAndShift(normal, scale, input(0).rows(), shift);
    }
    Arrays.fill(shift, 0);
    lanes.scaleAndShift(normal, factors, normal, shift);
    lanes.scaleAndShift(output().rows(), input(1).rows()[0], normal, input(2).rows()[0]);
  }

  private float factor(double variance) {
    return (float) (1 / Math.sqrt(variance + epsilon));
  }

  private void centreByBatch() {
    int n = count();
    if (n < 2) {
      throw new ShapeException("batchNorm: wants at least 2 values of each feature in training, got "
          + input(0).shape() + " with one; train on larger shards, or use layerNorm");
    }
    lanes.sums(batchMean, input(0).rows());
    for (int f = 0; f < features; f++) {
      batchMean[f] /= n;
      shift[f] = (float) -batchMean[f];
    }
    Arrays.fill(scale, 1);
    lanes.scaleAndShift(normal, scale, input(0).rows(), shift);
    lanes.products(batchVariance, normal, normal);
    for (int f = 0; f < features; f++) {
      factors[f] = factor(batchVariance[f] / n);
      batchVariance[f] /= n - 1;
    }
  }

  @Override
  protected void backward() {
    float[][] dy = outputGradient().rows();
    int n = count();
    float[] gain = input(1).rows()[0];
    lanes.sums(sums, dy);
    if (wantsGradient(2)) {
      copy(inputGradient(2), sums);
    }
    for (int f = 0; f < features; f++) {
      scale[f] = gain[f] * factors[f];
      shift[f] = byBatch ? (float) (-scale[f] * sums[f] / n) : 0;
    }
    if (wantsGradient(0)) {
      lanes.scaleAndShift(inputGradient(0).rows(), scale, dy, shift);
    }
    lanes.products(sums, dy, normal);
    if (wantsGradient(1)) {
      copy(inputGradient(1), sums);
    }
    if (wantsGradient(0) && byBatch) {
      for (int f = 0; f < features; f++) {
        shift[f] = (float) (-scale[f] * sums[f] / n);
      }
      lanes.addScaled(inputGradient(0).rows(), shift, normal);
    }
    follow(3, batchMean);
    follow(4, batchVariance);
  }

  private static void copy(Tensor to, double[] from) {
    for (int f = 0; f < from.length; f++) {
      to.rows()[0][f] = (float) from[f];
    }
  }

  /** The step by which running statistics follow the batch's, as a gradient to descend at rate 1. */
  private void follow(int statistic, double[] seen) {
    float[] running = input(statistic).rows()[0];
    float[] step = inputGradient(statistic).rows()[0];
    for (int f = 0; f < features; f++) {
      step[f] = byBatch ? (float) (share * (running[f] - seen[f])) : 0;
    }
  }
}
