package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * The largest number of each window of size x size pixels inside the image, channel by channel; a rest at the
 * edge is left out.
 */
public final class MaxPool2d implements Layer {
  private final int size;
  private final int stride;

  /** Windows side by side: the stride is the size. */
  public MaxPool2d(int size) {
    this(size, size);
  }

  public MaxPool2d(int size, int stride) {
    LayerShapes.requirePositive("MaxPool2d", "size", size);
    LayerShapes.requirePositive("MaxPool2d", "stride", stride);
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
    outputShape(LayerShapes.perExample("MaxPool2d", x));
    return ImageOps.maxPool2d(x, size, stride);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return LayerShapes.pooled("MaxPool2d", perExample, size, stride);
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
    return new Description("maxPool2d").with("size", size).with("stride", stride).toString();
  }
}
