package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Products;
import app.inkling.mllib.kernel.Rows;
import java.util.Arrays;

/** {@code y = sum over the window of weight * x}, one fixed weight for each place of the window. */
final class WeightedPool2dOp extends Op {
  private final Window window;
  private final float[] weights;
  private final float[] column;
  private final PoolGradient scatter;

  /** @param weights line by line */
  WeightedPool2dOp(Window window, Var x, float[] weights) {
    super(window.output(window.channels), x);
    this.window = window;
    this.weights = weights;
    column = new float[window.outLength()];
    scatter = new PoolGradient(window);
  }

  @Override
  protected void forward() {
    float[][] x = input(0).rows();
    for (int c = 0; c < window.channels; c++) {
      for (int y = 0; y < window.outHeight; y++) {
        float[] out = output().rows()[c * window.outHeight + y];
        int first = c * window.height + window.lineUnder(y, 0);
        Arrays.fill(out, 0);
        for (int u = 0; u < window.windowHeight; u++) {
          for (int v = 0; v < window.windowWidth; v++) {
            window.gather(column, x[first + u], v);
            Products.add1(out, weights[u * window.windowWidth + v], column, out.length);
          }
        }
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
        float[] dOut = outputGradient().rows()[c * window.outHeight + y];
        for (int u = 0; u < window.windowHeight; u++) {
          for (int v = 0; v < window.windowWidth; v++) {
            Rows.scale(column, weights[u * window.windowWidth + v], dOut, column.length);
            scatter.add(dx[first + u], column, v);
          }
        }
      }
    }
  }
}
