package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Rows;
import java.util.Arrays;

/**
 * Convolution as matrix products over whole lines.
 *
 * <p>Letters: o output channel, c input channel, u, v line and column of the filter, y output line, k = (c,
 * u, v). A line is a row of W * N numbers. {@code shifted[(c, i), v]} is input line i of channel c moved by
 * column v of the filter, so that forward is a product for each output line:
 * {@code out[o, y] = b[o] + sum over k of w[o, k] * shifted[(c, y*s+u), v]}. The lines are referred to, not
 * copied, and the shifted ones are made once for all u.
 */
final class Conv2dOp extends Op {
  /**
   * From this many taps on, rows of one filter are long enough to be the inner loop of the weight's gradient.
   */
  private static final int LONG_FILTER = 96;
  /** From this length on, a line is worth a product of its own. */
  private static final int LONG_LINE = 64;

  private final Window window;
  private final int filters;
  private final int taps;
  private final boolean biased;
  private final float[][] shifted;
  private final float[][][] shiftedUnder;
  private final float[][][] outLines;
  /** How to go forward where lines are short, else null. */
  private final ShortLines shortLines;
  private float[] sum;
  private ConvInputGradient inputGradient;
  private ConvWeightGradient weightGradient;

  Conv2dOp(Window window, Var... inputs) {
    super(window.output(inputs[1].shape().get(0)), inputs);
    this.window = window;
    filters = inputs[1].shape().get(0);
    taps = inputs[1].shape().get(1);
    biased = inputs.length == 3;
    shifted = new float[window.channels * window.height * window.windowWidth][window.outLength()];
    shiftedUnder = shiftedUnder();
    outLines = Window.rowsByLine(output());
    shortLines = window.outLength() < LONG_LINE ? new ShortLines(window, graph().kernels(), filters) : null;
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
            int row = (c * window.height + line) * window.windowWidth + v;
            under[y][k++] = window.hasLine(line) ? shifted[row] : zeros;
          }
        }
      }
    }
    return under;
  }

  @Override
  protected void forward() {
    if (shortLines != null) {
      shortLines.run(input(0).rows(), input(1).rows(), biased ? input(2).rows()[0] : null, output());
      return;
    }
    shiftLines();
    float[][] w = input(1).rows();
    for (int y = 0; y < window.outHeight; y++) {
      for (int o = 0; o < filters; o++) {
        Arrays.fill(outLines[y][o], biased ? input(2).rows()[0][o] : 0);
      }
      graph().kernels().add(outLines[y], filters, w, 0, shiftedUnder[y], taps, window.outLength());
    }
  }

  private void shiftLines() {
    int s = 0;
    for (float[] row : input(0).rows()) {
      for (int v = 0; v < window.windowWidth; v++) {
        window.gather(shifted[s++], row, v);
      }
    }
  }

  @Override
  protected void prepareBackward(Workspace workspace) {
    sum = new float[window.outLength()];
    float[][][] outGradientLines = Window.rowsByLine(outputGradient());
    if (wantsGradient(0)) {
      inputGradient = new ConvInputGradient(window, graph().kernels(), input(1).rows(), outGradientLines,
          inputGradient(0).rows(), workspace);
    }
    if (wantsGradient(1)) {
      float[][] dw = inputGradient(1).rows();
      weightGradient = taps >= LONG_FILTER && window.dilation == 1
          ? new LongFilterGradient(window, graph().kernels(), input(0).rows(), outGradientLines, dw, workspace)
          : new ShortFilterGradient(window, graph().kernels(), outputGradient().rows(), shiftedUnder, dw);
    }
  }

  @Override
  protected void backward() {
    if (inputGradient != null) {
      inputGradient.run();
    }
    if (weightGradient != null) {
      if (shortLines != null) {
        shiftLines();
      }
      weightGradient.run();
    }
    if (biased && wantsGradient(2)) {
      sumOverLines();
    }
  }

  /** {@code db[o] = sum over y, x, n of dy[o, y][x, n]}. */
  private void sumOverLines() {
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
