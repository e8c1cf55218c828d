package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;

/**
 * The Lp norm {@code (sum of |x|^p)^(1/p)} of each window of size x size pixels inside the image, channel by
 * channel: for p = 2 the L2 norm, for p = 1 the sum of sizes, and the larger p, the nearer to the largest
 * size. A rest at the edge is left out.
 */
public final class NormPool2d implements Layer {
  private final int size;
  private final int stride;
  private final float p;

  /** @param p at least 1 */
  public NormPool2d(int size, int stride, float p) {
    LayerShapes.requirePositive("NormPool2d", "size", size);
    LayerShapes.requirePositive("NormPool2d", "stride", stride);
    this.size = size;
    if (!(p >= 1) || Float.isInfinite(p)) {
      throw new IllegalArgumentException("NormPool2d: p is " + p + "; wants a finite number of at least 1");
    }
    this.stride = stride;
    this.p = p;
  }

  public int size() {
    return size;
  }

  public int stride() {
    return stride;
  }

  public float p() {
    return p;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("NormPool2d", x));
    return ImageOps.normPool2d(x, size, stride, p);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    return LayerShapes.pooled("NormPool2d", perExample, size, stride);
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
    return new Description("normPool2d").with("size", size).with("stride", stride).with("p", p).toString();
  }
}
