package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * The mean of each window of size x size pixels inside the image, channel by channel; a rest at the edge is
 * left out.
 */
public final class AveragePool2d implements Layer {
  private final int size;
  private final int stride;

  /** Windows side by side: the stride is the size. */
  public AveragePool2d(int size) {
    this(size, size);
  }

  public AveragePool2d(int size, int stride) {
    LayerShapes.requirePositive("AveragePool2d", "size", size);
    LayerShapes.requirePositive("AveragePool2d", "stride", stride);
    this.size = size;
    this.stride = stride;
  }

  public int size() {
    return size;
  }

  public int stride() {
    return stride;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("AveragePool2d", x));
    return ImageOps.averagePool2d(x, size, stride);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return LayerShapes.pooled("AveragePool2d", perExample, size, stride);
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
    return new Description("averagePool2d").with("size", size).with("stride", stride).toString();
  }
}
