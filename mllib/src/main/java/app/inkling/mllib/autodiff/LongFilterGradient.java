package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Kernels;
import java.util.Arrays;

/**
 * The gradient by long filters, in the letters of {@link Conv2dOp}:
 * {@code dw[o] = sum over y, x, n of dy[o, y][x, n] * patch[y, x, n]} as a product whose rows are the patches
 * under the filter, in the order (u, v, c) so that a patch is a few copies from images with their channels
 * innermost.
 */
final class LongFilterGradient implements ConvWeightGradient {
  private final Window window;
  private final Kernels kernels;
  private final float[][] x;
  private final float[][][] dyLines;
  private final float[][] dw;
  private final int paddedWidth;
  private final float[][] channelsLast;
  private final float[][] patches;
  private final float[][] sums;

  /**
   * @param x rows of the input
   * @param dyLines rows of the output's gradient, by line and channel
   * @param dw rows of the weight's gradient, which {@link #run} overwrites
   */
  LongFilterGradient(Window window, Kernels kernels, float[][] x, float[][][] dyLines, float[][] dw,
      Workspace workspace) {
    this.window = window;
    this.kernels = kernels;
    this.x = x;
    this.dyLines = dyLines;
    this.dw = dw;
    paddedWidth = (window.outWidth - 1) * window.stride + window.windowWidth;
    int taps = dw[0].length;
    channelsLast = workspace.takeRows(window.batch * window.height, paddedWidth * window.channels);
    patches = workspace.takeRows(window.outLength(), taps);
    sums = workspace.takeRows(dw.length, taps);
    workspace.giveBack(channelsLast);
    workspace.giveBack(patches);
    workspace.giveBack(sums);
  }

  @Override
  public void run() {
    turnInput();
    for (float[] sum : sums) {
      Arrays.fill(sum, 0);
    }
    for (int y = 0; y < window.outHeight; y++) {
      cutPatches(y);
      kernels.add(sums, sums.length, dyLines[y], 0, patches, patches.length, dw[0].length);
    }
    for (int o = 0; o < dw.length; o++) {
      int from = 0;
      for (int u = 0; u < window.windowHeight; u++) {
        for (int v = 0; v < window.windowWidth; v++) {
          for (int c = 0; c < window.channels; c++) {
            dw[o][(c * window.windowHeight + u) * window.windowWidth + v] = sums[o][from++];
          }
        }
      }
    }
  }

  /** {@code channelsLast[n, i][x, c] = x[c, i][x - left, n]}, zeros outside. */
  private void turnInput() {
    for (float[] row : channelsLast) {
      Arrays.fill(row, 0);
    }
    int end = Math.min(window.width, paddedWidth - window.left);
    for (int c = 0; c < window.channels; c++) {
      for (int i = 0; i < window.height; i++) {
        float[] row = x[c * window.height + i];
        for (int n = 0; n < window.batch; n++) {
          float[] turned = channelsLast[n * window.height + i];
          int to = window.left * window.channels + c;
          for (int column = 0; column < end; column++) {
            turned[to] = row[column * window.batch + n];
            to += window.channels;
          }
        }
      }
    }
  }

  private void cutPatches(int y) {
    int segment = window.windowWidth * window.channels;
    for (int u = 0; u < window.windowHeight; u++) {
      int line = window.lineUnder(y, u);
      for (int column = 0; column < window.outWidth; column++) {
        for (int n = 0; n < window.batch; n++) {
          float[] patch = patches[column * window.batch + n];
          if (window.hasLine(line)) {
            System.arraycopy(channelsLast[n * window.height + line], column * window.stride * window.channels,
                patch, u * segment, segment);
          } else {
            Arrays.fill(patch, u * segment, (u + 1) * segment, 0);
          }
        }
      }
    }
  }
}
