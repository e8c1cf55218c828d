package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;

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
    LayerShapes.requireImage("NormPool2d", perExample);
    int height = Padding.VALID.outputSize(perExample.get(0), size, stride);
    int width = Padding.VALID.outputSize(perExample.get(1), size, stride);
    if (height < 1 || width < 1) {
      throw new ShapeException("NormPool2d: wants images of at least " + size + " x " + size + ", got "
          + perExample.get(0) + " x " + perExample.get(1) + "; use fewer or smaller layers before it");
    }
    return Shape.of(height, width, perExample.get(2));
  }

  @Override
  public String describe() {
    return new Description("normPool2d").with("size", size).with("stride", stride).with("p", p).toString();
  }
}
