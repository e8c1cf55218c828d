package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * The log-average {@code 1/beta * ln(mean of e^(beta x))} of each window of size x size pixels inside the
 * image, channel by channel: between the mean (beta towards 0) and the maximum (large beta). A rest at the
 * edge is left out.
 */
public final class LogAveragePool2d implements Layer {
  private final int size;
  private final int stride;
  private final float beta;

  /** @param beta above 0 */
  public LogAveragePool2d(int size, int stride, float beta) {
    LayerShapes.requirePositive("LogAveragePool2d", "size", size);
    LayerShapes.requirePositive("LogAveragePool2d", "stride", stride);
    this.size = size;
    if (!(beta > 0) || Float.isInfinite(beta)) {
      throw new IllegalArgumentException("LogAveragePool2d: beta is " + beta
          + "; wants a finite number above 0");
    }
    this.stride = stride;
    this.beta = beta;
  }

  public int size() {
    return size;
  }

  public int stride() {
    return stride;
  }

  public float beta() {
    return beta;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("LogAveragePool2d", x));
    return ImageOps.logAveragePool2d(x, size, stride, beta);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return LayerShapes.pooled("LogAveragePool2d", perExample, size, stride);
  }

  @Override
  public long connections(Shape perExample) {
    return (long) size * size * outputShape(perExample).size();
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return before.window(size, size, stride, 1);
  }

  @Override
  public String describe() {
    return new Description("logAveragePool2d").with("size", size).with("stride", stride).with("beta",
        beta).toString();
  }
}
