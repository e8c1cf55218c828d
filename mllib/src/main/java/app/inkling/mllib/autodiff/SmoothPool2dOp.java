package app.inkling.mllib.autodiff;

/** Pooling by a smooth function, number by number in double precision: dearer than maximum and mean. */
final class SmoothPool2dOp extends Op {
  private final Window window;
  private final PoolFunction function;
  private final int count;

  SmoothPool2dOp(Window window, Var x, PoolFunction function) {
    super(window.output(window.channels), x);
    this.window = window;
    this.function = function;
    count = window.windowHeight * window.windowWidth;
  }

  @Override
  protected void forward() {
    for (int c = 0; c < window.channels; c++) {
      for (int y = 0; y < window.outHeight; y++) {
        float[] out = output().rows()[c * window.outHeight + y];
        int first = c * window.height + window.lineUnder(y, 0);
        for (int j = 0; j < out.length; j++) {
          out[j] = pooled(first, corner(j));
        }
      }
    }
  }

  /** Where in its line the window begins whose result is number {@code j} of an output line. */
  private int corner(int j) {
    return j / window.batch * window.stride * window.batch + j % window.batch;
  }

  private float pooled(int first, int corner) {
    float[][] x = input(0).rows();
    float highest = function.bySize() ? 0 : Float.NEGATIVE_INFINITY;
    for (int u = 0; u < window.windowHeight; u++) {
      for (int v = 0; v < window.windowWidth; v++) {
        float value = x[first + u][corner + v * window.batch];
        highest = Math.max(highest, function.bySize() ? Math.abs(value) : value);
      }
    }
    double sum = 0;
    for (int u = 0; u < window.windowHeight; u++) {
      for (int v = 0; v < window.windowWidth; v++) {
        sum += function.each(x[first + u][corner + v * window.batch], highest);
      }
    }
    return (float) function.finish(sum, count, highest);
  }

  @Override
  protected void backward() {
    float[][] x = input(0).rows();
    float[][] dx = inputGradient(0).rows();
    inputGradient(0).fill(0);
    for (int c = 0; c < window.channels; c++) {
      for (int y = 0; y < window.outHeight; y++) {
        float[] out = output().rows()[c * window.outHeight + y];
        float[] dOut = outputGradient().rows()[c * window.outHeight + y];
        int first = c * window.height + window.lineUnder(y, 0);
        for (int j = 0; j < out.length; j++) {
          for (int u = 0; u < window.windowHeight; u++) {
            for (int v = 0; v < window.windowWidth; v++) {
              int at = corner(j) + v * window.batch;
              dx[first + u][at] += (float) (dOut[j] * function.slope(x[first + u][at], out[j], count));
            }
          }
        }
      }
    }
  }
}
