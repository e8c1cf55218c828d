package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * What all pooling has in common: one number of each window of size x size pixels inside the image, channel by
 * channel; a rest at the edge is left out.
 */
abstract class Pool2d implements Layer {
  private final String name;
  private final int size;
  private final int stride;

  Pool2d(String name, int size, int stride) {
    LayerShapes.requirePositive(name, "size", size);
    LayerShapes.requirePositive(name, "stride", stride);
    this.name = name;
    this.size = size;
    this.stride = stride;
  }

  /** Of a window, in pixels along either side. */
  public final int size() {
    return size;
  }

  /** From one window to the next, in pixels. */
  public final int stride() {
    return stride;
  }

  @Override
  public final Var apply(Var x) {
    outputShape(LayerShapes.perExample(name, x));
    return pool(x);
  }

  /** Records the pooling of x, whose shape fits. */
  abstract Var pool(Var x);

  @Override
  public final Shape outputShape(Shape perExample) {
    return LayerShapes.pooled(name, perExample, size, stride);
  }

  @Override
  public final long connections(Shape perExample) {
    return (long) size * size * outputShape(perExample).size();
  }

  @Override
  public final ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return before.window(size, size, stride, 1);
  }

  /** To go on with what this pooling has beside size and stride. */
  final Description description() {
    return new Description(Character.toLowerCase(name.charAt(0)) + name.substring(1))
        .with("size", size).with("stride", stride);
  }

  @Override
  public String describe() {
    return description().toString();
  }
}
