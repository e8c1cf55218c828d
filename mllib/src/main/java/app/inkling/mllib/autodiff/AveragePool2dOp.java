package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Rows;

/** Mean of each window: down the lines element by element, then across columns that were pulled apart. */
final class AveragePool2dOp extends Op {
  private final Window window;
  private final float share;
  private final float[] sum;
  private final float[] column;
  private final PoolGradient scatter;

  AveragePool2dOp(Window window, Var x) {
    super(window.output(window.channels), x);
    this.window = window;
    share = 1f / (window.windowHeight * window.windowWidth);
    sum = new float[window.inLength()];
    column = new float[window.outLength()];
    scatter = new PoolGradient(window);
  }

  @Override
  protected void forward() {
    float[][] x = input(0).rows();
    for (int c = 0; c < window.channels; c++) {
      for (int y = 0; y < window.outHeight; y++) {
        int first = c * window.height + window.lineUnder(y, 0);
        System.arraycopy(x[first], 0, sum, 0, sum.length);
        for (int u = 1; u < window.windowHeight; u++) {
          Rows.add(sum, x[first + u], sum.length);
        }
        float[] out = output().rows()[c * window.outHeight + y];
        window.gather(out, sum, 0);
        for (int v = 1; v < window.windowWidth; v++) {
          window.gather(column, sum, v);
          Rows.add(out, column, out.length);
        }
        Rows.scale(out, share, out, out.length);
      }
    }
  }

  @Override
  protected void backward() {
    float[][] dx = inputGradient(0).rows();
    inputGradient(0).fill(0);
    for (int c = 0; c < window.channels; c++) {
      for (int y = 0; y < window.outHeight; y++) {
        int first = c * window.height + window.lineUnder(y, 0);
        Rows.scale(column, share, outputGradient().rows()[c * window.outHeight + y], column.length);
        for (int u = 0; u < window.windowHeight; u++) {
          for (int v = 0; v < window.windowWidth; v++) {
            scatter.add(dx[first + u], column, v);
          }
        }
      }
    }
  }
}
