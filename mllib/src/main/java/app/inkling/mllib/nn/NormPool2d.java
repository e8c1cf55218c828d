package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;

/**
 * The Lp norm {@code (sum of |x|^p)^(1/p)} of each window of size x size pixels inside the image, channel by
 * channel: for p = 2 the L2 norm, for p = 1 the sum of sizes, and the larger p, the nearer to the largest
 * size. A rest at the edge is left out.
 */
public final class NormPool2d extends Pool2d {
  private final float p;

  /** @param p at least 1 */
  public NormPool2d(int size, int stride, float p) {
    super("NormPool2d", size, stride);
    if (!(p >= 1) || Float.isInfinite(p)) {
      throw new IllegalArgumentException("NormPool2d: p is " + p + "; wants a finite number of at least 1");
    }
    this.p = p;
  }

  public float p() {
    return p;
  }

  @Override
  Var pool(Var x) {
    return ImageOps.normPool2d(x, size(), stride(), p);
  }

  @Override
  public String describe() {
    return description().with("p", p).toString();
  }
}
