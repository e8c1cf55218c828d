package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.kernel.Rows;
import java.util.Arrays;

/**
 * The gradient by a convolution's input, in the letters of {@link Conv2dOp}: {@code dx[c, i]} is the sum over
 * v of a line {@code part[c, v]} moved back by column v, where
 * {@code part[c, v] = sum over u, o of w[o, (c, u, v)] * dy[o, (i - u * d) / s]}: only lines that meet,
 * nothing padded.
 */
final class ConvInputGradient {
  private final Window window;
  private final Kernels kernels;
  private final int filters;
  private final float[][] w;
  private final float[][] dx;
  private final float[][][] dyLines;
  private final float[][] parts;
  private final float[][] turned;
  private final float[] moved;

  /**
   * @param w rows of the weight
   * @param dyLines rows of the output's gradient, by line and channel
   * @param dx rows of the input's gradient, which {@link #run} overwrites
   */
  ConvInputGradient(Window window, Kernels kernels, float[][] w, float[][][] dyLines, float[][] dx,
      Workspace workspace) {
    this.window = window;
    this.kernels = kernels;
    this.w = w;
    this.dyLines = dyLines;
    this.dx = dx;
    filters = w.length;
    parts = workspace.takeRows(window.channels * window.windowWidth, window.outLength());
    turned = workspace.takeRows(window.channels * window.windowWidth, window.windowHeight * filters);
    moved = new float[window.inLength()];
    workspace.giveBack(parts);
    workspace.giveBack(turned);
  }

  void run() {
    turnWeight();
    for (int i = 0; i < window.height; i++) {
      for (float[] part : parts) {
        Arrays.fill(part, 0);
      }
      for (int u = 0; u < window.windowHeight; u++) {
        int distance = i - window.lineUnder(0, u);
        int y = distance / window.stride;
        if (distance >= 0 && distance % window.stride == 0 && y < window.outHeight) {
          kernels.add(parts, parts.length, turned, u * filters, dyLines[y], filters, window.outLength());
        }
      }
      for (int c = 0; c < window.channels; c++) {
        float[] row = dx[c * window.height + i];
        Arrays.fill(row, 0);
        for (int v = 0; v < window.windowWidth; v++) {
          Arrays.fill(moved, 0);
          Columns.scatter(moved, window.width, parts[c * window.windowWidth + v], window.outWidth,
              window.stride, window.columnOffset(v), window.batch);
          Rows.add(row, moved, moved.length);
        }
      }
    }
  }

  /** {@code turned[(c, v)][(u, o)] = w[o][(c, u, v)]}. */
  private void turnWeight() {
    for (int o = 0; o < filters; o++) {
      int k = 0;
      for (int c = 0; c < window.channels; c++) {
        for (int u = 0; u < window.windowHeight; u++) {
          for (int v = 0; v < window.windowWidth; v++) {
            turned[c * window.windowWidth + v][u * filters + o] = w[o][k++];
          }
        }
      }
    }
  }
}
