package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;

/**
 * The mean of each window of size x size pixels inside the image, channel by channel; a rest at the edge is
 * left out.
 */
public final class AveragePool2d extends Pool2d {
  /** Windows side by side: the stride is the size. */
  public AveragePool2d(int size) {
    this(size, size);
  }

  public AveragePool2d(int size, int stride) {
    super("AveragePool2d", size, stride);
  }

  @Override
  Var pool(Var x) {
    return ImageOps.averagePool2d(x, size(), stride());
  }
}
