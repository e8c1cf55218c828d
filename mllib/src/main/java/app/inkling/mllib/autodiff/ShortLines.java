package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;

/**
 * A convolution forward, in the letters of {@link Conv2dOp}, for lines too short to fill vectors, as one
 * image alone has them: all lines of a channel are one long row, {@code out[o] = b[o] + sum over k of w[o, k]
 * * columns[k]}, one product for the whole image. Adds in the same order, so gives the same bits.
 *
 * <p>{@code planes[c, v]} are all lines of channel c, with the zeros above and below, moved by column v of
 * the filter; {@code columns[(c, u, v)]} is such a plane from line u (times the dilation) on. What nobody
 * writes stays zero.
 */
final class ShortLines {
  private final Window window;
  private final Kernels kernels;
  private final float[][] planes;
  private final float[][] columns;
  private final float[][] sums;

  ShortLines(Window window, Kernels kernels, int filters) {
    this.window = window;
    this.kernels = kernels;
    int lines = (window.outHeight - 1) * window.stride
        + Padding.span(window.windowHeight, window.dilation);
    int outSize = window.outHeight * window.outLength();
    planes = new float[window.channels * window.windowWidth][lines * window.outLength()];
    columns = new float[planes.length * window.windowHeight][outSize];
    sums = new float[filters][outSize];
  }

  /**
   * @param x rows of the input
   * @param w rows of the weight
   * @param b the bias, or null
   */
  void run(float[][] x, float[][] w, float[] b, Tensor out) {
    fillPlanes(x);
    fillColumns();
    for (int o = 0; o < sums.length; o++) {
      Arrays.fill(sums[o], b == null ? 0 : b[o]);
    }
    kernels.add(sums, sums.length, w, 0, columns, columns.length, sums[0].length);
    int length = window.outLength();
    for (int o = 0; o < sums.length; o++) {
      for (int y = 0; y < window.outHeight; y++) {
        System.arraycopy(sums[o], y * length, out.rows()[o * window.outHeight + y], 0, length);
      }
    }
  }

  private void fillPlanes(float[][] x) {
    int end = Math.min(window.height, planes[0].length / window.outLength() - window.top);
    for (int c = 0; c < window.channels; c++) {
      for (int v = 0; v < window.windowWidth; v++) {
        float[] plane = planes[c * window.windowWidth + v];
        for (int i = 0; i < end; i++) {
          moveLine(plane, (i + window.top) * window.outLength(), x[c * window.height + i],
              window.columnOffset(v));
        }
      }
    }
  }

  /** Column x of the line at {@code to} becomes column {@code x * stride + offset} of {@code row}. */
  private void moveLine(float[] plane, int to, float[] row, int offset) {
    int n = window.batch;
    int stride = window.stride;
    int first = offset >= 0 ? 0 : (-offset + stride - 1) / stride;
    int last = Math.min(window.outWidth - 1, Math.floorDiv(window.width - 1 - offset, stride));
    if (stride == 1 && first <= last) {
      System.arraycopy(row, (first + offset) * n, plane, to + first * n, (last - first + 1) * n);
      return;
    }
    for (int column = first; column <= last; column++) {
      System.arraycopy(row, (column * stride + offset) * n, plane, to + column * n, n);
    }
  }

  private void fillColumns() {
    int length = window.outLength();
    int k = 0;
    for (int c = 0; c < window.channels; c++) {
      for (int u = 0; u < window.windowHeight; u++) {
        int line = u * window.dilation;
        for (int v = 0; v < window.windowWidth; v++) {
          float[] plane = planes[c * window.windowWidth + v];
          float[] column = columns[k++];
          if (window.stride == 1) {
            System.arraycopy(plane, line * length, column, 0, column.length);
          } else {
            for (int y = 0; y < window.outHeight; y++) {
              System.arraycopy(plane, (y * window.stride + line) * length, column, y * length, length);
            }
          }
        }
      }
    }
  }
}
