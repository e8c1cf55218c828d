package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Kernels;

/**
 * The gradient by short filters, in the letters of {@link Conv2dOp}: {@code dw[o, k]} as a long dot product
 * over all lines, summed up element by element, and over the row at the end.
 */
final class ShortFilterGradient implements ConvWeightGradient {
  private final Window window;
  private final Kernels kernels;
  private final float[][] dy;
  private final float[][][] shiftedUnder;
  private final float[][] dw;
  private final float[][] scratch;
  private final double[] sums = new double[Kernels.SCRATCH_ROWS];

  /**
   * @param dy rows of the output's gradient
   * @param shiftedUnder the input's line under each tap at each output line
   * @param dw rows of the weight's gradient, which {@link #run} overwrites
   */
  ShortFilterGradient(Window window, Kernels kernels, float[][] dy, float[][][] shiftedUnder, float[][] dw) {
    this.window = window;
    this.kernels = kernels;
    this.dy = dy;
    this.shiftedUnder = shiftedUnder;
    this.dw = dw;
    scratch = new float[Kernels.SCRATCH_ROWS][window.outLength()];
  }

  @Override
  public void run() {
    kernels.dots(dw, dy, shiftedUnder, window.outHeight, window.outLength(), scratch, sums);
  }
}
