package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;

/**
 * The log-average {@code 1/beta * ln(mean of e^(beta x))} of each window of size x size pixels inside the
 * image, channel by channel: between the mean (beta towards 0) and the maximum (large beta). A rest at the
 * edge is left out.
 */
public final class LogAveragePool2d extends Pool2d {
  private final float beta;

  /** @param beta above 0 */
  public LogAveragePool2d(int size, int stride, float beta) {
    super("LogAveragePool2d", size, stride);
    if (!(beta > 0) || Float.isInfinite(beta)) {
      throw new IllegalArgumentException("LogAveragePool2d: beta is " + beta
          + "; wants a finite number above 0");
    }
    this.beta = beta;
  }

  public float beta() {
    return beta;
  }

  @Override
  Var pool(Var x) {
    return ImageOps.logAveragePool2d(x, size(), stride(), beta);
  }

  @Override
  public String describe() {
    return description().with("beta", beta).toString();
  }
}
