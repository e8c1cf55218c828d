package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.kernel.Products;
import app.inkling.mllib.kernel.Rows;
import java.util.Arrays;

/**
 * Convolution as matrix products over whole lines.
 *
 * <p>Letters: o output channel, c input channel, u, v line and column of the filter, y output line, k = (c, u, v).
 * A line is a row of W * N numbers. {@code shifted[(c, i), v]} is input line i of channel c moved by column v of the filter,
 * so that forward is a product for each output line: {@code out[o, y] = b[o] + sum over k of w[o, k] * shifted[(c, y*s+u), v]}.
 * The lines are referred to, not copied, and the shifted ones are made once for all u.
 */
final class Conv2dOp extends Op {
  /** From this many taps on, rows of one filter are long enough to be the inner loop of the weight's gradient. */
  private static final int LONG_FILTER = 96;

  private final Window window;
  private final int filters;
  private final int taps;
  private final boolean biased;
  private final float[][] shifted;
  private final float[][][] shiftedUnder;
  private final float[][][] outLines;
  private float[][][] outGradientLines;
  private float[] sum;
  private InputGradient inputGradient;
  private WeightGradient weightGradient;

  Conv2dOp(Window window, Var... inputs) {
    super(window.output(inputs[1].shape().get(0)), inputs);
    this.window = window;
    filters = inputs[1].shape().get(0);
    taps = inputs[1].shape().get(1);
    biased = inputs.length == 3;
    shifted = new float[window.channels * window.height * window.windowWidth][window.outLength()];
    shiftedUnder = shiftedUnder();
    outLines = Window.rowsByLine(output());
  }

  /** {@code [y][k]}: the shifted line under tap k of the filter at output line y, or a line of zeros. */
  private float[][][] shiftedUnder() {
    float[] zeros = new float[window.outLength()];
    float[][][] under = new float[window.outHeight][taps][];
    for (int y = 0; y < window.outHeight; y++) {
      int k = 0;
      for (int c = 0; c < window.channels; c++) {
        for (int u = 0; u < window.windowHeight; u++) {
          int line = window.lineUnder(y, u);
          for (int v = 0; v < window.windowWidth; v++) {
            under[y][k++] = window.hasLine(line) ? shifted[(c * window.height + line) * window.windowWidth + v] : zeros;
          }
        }
      }
    }
    return under;
  }

  @Override
  protected void forward() {
    float[][] x = input(0).rows();
    int s = 0;
    for (float[] row : x) {
      for (int v = 0; v < window.windowWidth; v++) {
        Columns.gather(shifted[s++], window.outWidth, row, window.width, window.stride, window.columnOffset(v), window.batch);
      }
    }
    float[][] w = input(1).rows();
    for (int y = 0; y < window.outHeight; y++) {
      for (int o = 0; o < filters; o++) {
        Arrays.fill(outLines[y][o], biased ? input(2).rows()[0][o] : 0);
      }
      Products.add(outLines[y], filters, w, 0, shiftedUnder[y], taps, window.outLength());
    }
  }

  @Override
  protected void prepareBackward(Workspace workspace) {
    sum = new float[window.outLength()];
    outGradientLines = Window.rowsByLine(outputGradient());
    inputGradient = wantsGradient(0) ? new InputGradient(workspace) : null;
    weightGradient = !wantsGradient(1) ? null
        : taps >= LONG_FILTER ? new LongFilterGradient(workspace) : new ShortFilterGradient();
  }

  @Override
  protected void backward() {
    if (inputGradient != null) {
      inputGradient.run();
    }
    if (weightGradient != null) {
      weightGradient.run();
    }
    if (biased && wantsGradient(2)) {
      float[] db = inputGradient(2).rows()[0];
      float[][] dy = outputGradient().rows();
      for (int o = 0; o < filters; o++) {
        Arrays.fill(sum, 0);
        for (int y = 0; y < window.outHeight; y++) {
          Rows.add(sum, dy[o * window.outHeight + y], sum.length);
        }
        db[o] = (float) Rows.sum(sum, sum.length);
      }
    }
  }

  private interface WeightGradient {
    void run();
  }

  /**
   * {@code dx[c, i]} is the sum over v of a line {@code part[c, v]} moved back by column v, where
   * {@code part[c, v] = sum over u, o of w[o, (c, u, v)] * dy[o, (i - u) / s]}: only lines that meet, nothing padded.
   */
  private final class InputGradient {
    private final float[][] parts;
    private final float[][] turned;
    private final float[] moved;

    InputGradient(Workspace workspace) {
      parts = workspace.takeRows(window.channels * window.windowWidth, window.outLength());
      turned = workspace.takeRows(window.channels * window.windowWidth, window.windowHeight * filters);
      moved = new float[window.inLength()];
      workspace.giveBack(parts);
      workspace.giveBack(turned);
    }

    void run() {
      turnWeight();
      float[][] dx = inputGradient(0).rows();
      for (int i = 0; i < window.height; i++) {
        for (float[] part : parts) {
          Arrays.fill(part, 0);
        }
        for (int u = 0; u < window.windowHeight; u++) {
          int distance = i + window.top - u;
          int y = distance / window.stride;
          if (distance >= 0 && distance % window.stride == 0 && y < window.outHeight) {
            Products.add(parts, parts.length, turned, u * filters, outGradientLines[y], filters, window.outLength());
          }
        }
        for (int c = 0; c < window.channels; c++) {
          float[] row = dx[c * window.height + i];
          Arrays.fill(row, 0);
          for (int v = 0; v < window.windowWidth; v++) {
            Arrays.fill(moved, 0);
            Columns.scatter(moved, window.width, parts[c * window.windowWidth + v], window.outWidth, window.stride,
                window.columnOffset(v), window.batch);
            Rows.add(row, moved, moved.length);
          }
        }
      }
    }

    /** {@code turned[(c, v)][(u, o)] = w[o][(c, u, v)]}. */
    private void turnWeight() {
      float[][] w = input(1).rows();
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

  /** {@code dw[o, k]} as a long dot product over all lines, summed up element by element and over the row at the end. */
  private final class ShortFilterGradient implements WeightGradient {
    private final float[] products = new float[window.outLength()];

    @Override
    public void run() {
      float[][] dy = outputGradient().rows();
      float[][] dw = inputGradient(1).rows();
      int length = window.outLength();
      for (int o = 0; o < filters; o++) {
        for (int k = 0; k < taps; k++) {
          Arrays.fill(products, 0);
          int y = 0;
          for (; y + 2 <= window.outHeight; y += 2) {
            int row = o * window.outHeight + y;
            Products.addProducts2(products, dy[row], shiftedUnder[y][k], dy[row + 1], shiftedUnder[y + 1][k], length);
          }
          if (y < window.outHeight) {
            Products.addProducts(products, dy[o * window.outHeight + y], shiftedUnder[y][k], length);
          }
          dw[o][k] = (float) Rows.sum(products, length);
        }
      }
    }
  }

  /**
   * {@code dw[o] = sum over y, x, n of dy[o, y][x, n] * patch[y, x, n]} as a product whose rows are the patches under the
   * filter, in the order (u, v, c) so that a patch is a few copies from images with their channels innermost.
   */
  private final class LongFilterGradient implements WeightGradient {
    private final int paddedWidth = (window.outWidth - 1) * window.stride + window.windowWidth;
    private final float[][] channelsLast;
    private final float[][] patches;
    private final float[][] sums;

    LongFilterGradient(Workspace workspace) {
      channelsLast = workspace.takeRows(window.batch * window.height, paddedWidth * window.channels);
      patches = workspace.takeRows(window.outLength(), taps);
      sums = workspace.takeRows(filters, taps);
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
        Products.add(sums, filters, outGradientLines[y], 0, patches, patches.length, taps);
      }
      float[][] dw = inputGradient(1).rows();
      for (int o = 0; o < filters; o++) {
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
          float[] row = input(0).rows()[c * window.height + i];
          for (int n = 0; n < window.batch; n++) {
            float[] turned = channelsLast[n * window.height + i];
            int to = window.left * window.channels + c;
            for (int x = 0; x < end; x++) {
              turned[to] = row[x * window.batch + n];
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
        for (int x = 0; x < window.outWidth; x++) {
          for (int n = 0; n < window.batch; n++) {
            float[] patch = patches[x * window.batch + n];
            if (window.hasLine(line)) {
              System.arraycopy(channelsLast[n * window.height + line], x * window.stride * window.channels, patch,
                  u * segment, segment);
            } else {
              Arrays.fill(patch, u * segment, (u + 1) * segment, 0);
            }
          }
        }
      }
    }
  }
}
