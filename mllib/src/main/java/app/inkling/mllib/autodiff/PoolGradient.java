package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.kernel.Rows;
import java.util.Arrays;

/** Brings a window's gradients back to the input's columns. */
final class PoolGradient {
  private final Window window;
  private final float[] moved;

  PoolGradient(Window window) {
    this.window = window;
    this.moved = new float[window.inLength()];
  }

  /**
   * Adds {@code gradients}, one for each output column, to the columns of {@code row} under column
   * {@code tap} of the window.
   */
  void add(float[] row, float[] gradients, int tap) {
    if (window.stride >= window.windowWidth && window.stride >= window.windowHeight) {
      scatter(row, gradients, tap);
    } else {
      Arrays.fill(moved, 0);
      scatter(moved, gradients, tap);
      Rows.add(row, moved, moved.length);
    }
  }

  private void scatter(float[] to, float[] gradients, int tap) {
    Columns.scatter(to, window.width, gradients, window.outWidth, window.stride, window.columnOffset(tap),
        window.batch);
  }
}
