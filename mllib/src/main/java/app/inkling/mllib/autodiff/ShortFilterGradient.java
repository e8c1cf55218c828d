package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Products;
import app.inkling.mllib.kernel.Rows;
import java.util.Arrays;

/**
 * The gradient by short filters, in the letters of {@link Conv2dOp}: {@code dw[o, k]} as a long dot product
 * over all lines, summed up element by element, and over the row at the end.
 */
final class ShortFilterGradient implements ConvWeightGradient {
  private final Window window;
  private final float[][] dy;
  private final float[][][] shiftedUnder;
  private final float[][] dw;
  private final float[] products;

  /**
   * @param dy rows of the output's gradient
   * @param shiftedUnder the input's line under each tap at each output line
   * @param dw rows of the weight's gradient, which {@link #run} overwrites
   */
  ShortFilterGradient(Window window, float[][] dy, float[][][] shiftedUnder, float[][] dw) {
    this.window = window;
    this.dy = dy;
    this.shiftedUnder = shiftedUnder;
    this.dw = dw;
    products = new float[window.outLength()];
  }

  @Override
  public void run() {
    int length = window.outLength();
    for (int o = 0; o < dw.length; o++) {
      for (int k = 0; k < dw[o].length; k++) {
        Arrays.fill(products, 0);
        int y = 0;
        for (; y + 2 <= window.outHeight; y += 2) {
          int row = o * window.outHeight + y;
          Products.addProducts2(products, dy[row], shiftedUnder[y][k], dy[row + 1], shiftedUnder[y + 1][k],
              length);
        }
        if (y < window.outHeight) {
          Products.addProducts(products, dy[o * window.outHeight + y], shiftedUnder[y][k], length);
        }
        dw[o][k] = (float) Rows.sum(products, length);
      }
    }
  }
}
