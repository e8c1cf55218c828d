package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Rows;

/** Maximum of each window: down the lines element by element, then across columns that were pulled apart. */
final class MaxPool2dOp extends Op {
  private final Window window;
  private final float[] highest;
  private final float[] column;
  private final float[] open;
  private final float[] claimed;
  private final PoolGradient scatter;

  MaxPool2dOp(Window window, Var x) {
    super(window.output(window.channels), x);
    this.window = window;
    highest = new float[window.inLength()];
    column = new float[window.outLength()];
    open = new float[window.outLength()];
    claimed = new float[window.outLength()];
    scatter = new PoolGradient(window);
  }

  @Override
  protected void forward() {
    float[][] x = input(0).rows();
    for (int c = 0; c < window.channels; c++) {
      for (int y = 0; y < window.outHeight; y++) {
        int first = c * window.height + window.lineUnder(y, 0);
        System.arraycopy(x[first], 0, highest, 0, highest.length);
        for (int u = 1; u < window.windowHeight; u++) {
          Rows.max(highest, highest, x[first + u], highest.length);
        }
        float[] out = output().rows()[c * window.outHeight + y];
        window.gather(out, highest, 0);
        for (int v = 1; v < window.windowWidth; v++) {
          window.gather(column, highest, v);
          Rows.max(out, out, column, out.length);
        }
      }
    }
  }

  @Override
  protected void backward() {
    float[][] x = input(0).rows();
    float[][] dx = inputGradient(0).rows();
    inputGradient(0).fill(0);
    for (int c = 0; c < window.channels; c++) {
      for (int y = 0; y < window.outHeight; y++) {
        int first = c * window.height + window.lineUnder(y, 0);
        int out = c * window.outHeight + y;
        System.arraycopy(outputGradient().rows()[out], 0, open, 0, open.length);
        for (int u = 0; u < window.windowHeight; u++) {
          for (int v = 0; v < window.windowWidth; v++) {
            window.gather(column, x[first + u], v);
            Rows.claimMaximum(claimed, open, column, output().rows()[out], open.length);
            scatter.add(dx[first + u], claimed, v);
          }
        }
      }
    }
  }
}
