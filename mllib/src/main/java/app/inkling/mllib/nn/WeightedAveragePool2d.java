package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;

/**
 * The mean of each window of size x size pixels inside the image, channel by channel, in which a pixel counts
 * the less the further it lies from the window's middle: weights in proportion to
 * {@code e^(-distance^2 / (2 spread^2))}, together 1 (a "weighted average based on the distance from the
 * central pixel": Goodfellow et al. 2016, "Deep learning", section 9.3). A rest at the edge is left out.
 */
public final class WeightedAveragePool2d extends Pool2d {
  private final float spread;
  private final float[] weights;

  /** @param spread in pixels, above 0; the larger, the nearer to the plain mean */
  public WeightedAveragePool2d(int size, int stride, float spread) {
    super("WeightedAveragePool2d", size, stride);
    if (!(spread > 0) || Float.isInfinite(spread)) {
      throw new IllegalArgumentException("WeightedAveragePool2d: spread is " + spread
          + "; wants a finite number above 0");
    }
    this.spread = spread;
    this.weights = shares(size, spread);
  }

  private static float[] shares(int size, float spread) {
    double[] parts = new double[size * size];
    double sum = 0;
    double middle = (size - 1) / 2.0;
    double nearest = 2 * (middle - Math.floor(middle)) * (middle - Math.floor(middle));
    for (int i = 0; i < parts.length; i++) {
      double down = i / size - middle;
      double right = i % size - middle;
      double beyond = down * down + right * right - nearest;
      parts[i] = StrictMath.exp(-beyond / (2.0 * spread * spread));
      sum += parts[i];
    }
    float[] shares = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      shares[i] = (float) (parts[i] / sum);
    }
    return shares;
  }

  /** The pixels' weights, line by line. */
  public float[] weights() {
    return weights.clone();
  }

  /** In pixels. */
  public float spread() {
    return spread;
  }

  @Override
  Var pool(Var x) {
    return ImageOps.weightedPool2d(x, size(), stride(), weights);
  }

  @Override
  public String describe() {
    return description().with("spread", spread).toString();
  }
}
