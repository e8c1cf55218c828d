package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;

/**
 * The largest number of each window of size x size pixels inside the image, channel by channel; a rest at the
 * edge is left out.
 */
public final class MaxPool2d extends Pool2d {
  /** Windows side by side: the stride is the size. */
  public MaxPool2d(int size) {
    this(size, size);
  }

  public MaxPool2d(int size, int stride) {
    super("MaxPool2d", size, stride);
  }

  @Override
  Var pool(Var x) {
    return ImageOps.maxPool2d(x, size(), stride());
  }
}
