package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;

/** A window that slides over images in planes: sizes of input and output and how their lines meet. */
final class Window {
  final int channels;
  final int height;
  final int width;
  final int batch;
  final int windowHeight;
  final int windowWidth;
  final int stride;
  /** Lines and columns from one tap of the window to the next. */
  final int dilation;
  final int top;
  final int left;
  final int outHeight;
  final int outWidth;

  Window(String who, Var x, int windowHeight, int windowWidth, int stride, Padding padding) {
    this(who, x, windowHeight, windowWidth, stride, 1, padding);
  }

  Window(String who, Var x, int windowHeight, int windowWidth, int stride, int dilation, Padding padding) {
    channels = x.shape().get(0);
    height = x.shape().get(1);
    width = x.shape().get(2);
    batch = x.shape().get(3);
    this.windowHeight = windowHeight;
    this.windowWidth = windowWidth;
    this.stride = stride;
    this.dilation = dilation;
    if (windowHeight < 1 || windowWidth < 1 || stride < 1 || dilation < 1) {
      throw new ShapeException(who + ": window is " + windowHeight + " x " + windowWidth + " with stride "
          + stride + " and dilation " + dilation + "; wants each at least 1");
    }
    int spanHeight = Padding.span(windowHeight, dilation);
    int spanWidth = Padding.span(windowWidth, dilation);
    top = padding.before(height, spanHeight, stride);
    left = padding.before(width, spanWidth, stride);
    outHeight = padding.outputSize(height, spanHeight, stride);
    outWidth = padding.outputSize(width, spanWidth, stride);
    if (outHeight < 1 || outWidth < 1) {
      throw new ShapeException(who + ": wants images of at least " + spanHeight + " x " + spanWidth
          + ", got " + height + " x " + width + "; use fewer or smaller layers before it, or padding SAME");
    }
  }

  Tensor output(int outChannels) {
    return Tensor.planes(Shape.of(outChannels, outHeight, outWidth, batch));
  }

  /** The input line under line {@code tap} of the window at output line {@code y}; may lie outside. */
  int lineUnder(int y, int tap) {
    return y * stride + tap * dilation - top;
  }

  /** The input column under column {@code tap} of the window at output column 0; may lie outside. */
  int columnOffset(int tap) {
    return tap * dilation - left;
  }

  /** Of an input line, what lies under column {@code tap} of the window: one for each output column. */
  void gather(float[] to, float[] line, int tap) {
    Columns.gather(to, outWidth, line, width, stride, columnOffset(tap), batch);
  }

  boolean hasLine(int line) {
    return line >= 0 && line < height;
  }

  int outLength() {
    return outWidth * batch;
  }

  int inLength() {
    return width * batch;
  }

  /** {@code refs[y][c]}: the rows of a tensor in planes, grouped by line. */
  static float[][][] rowsByLine(Tensor planes) {
    int channels = planes.shape().get(0);
    int height = planes.shape().get(1);
    float[][][] lines = new float[height][channels][];
    for (int y = 0; y < height; y++) {
      for (int c = 0; c < channels; c++) {
        lines[y][c] = planes.rows()[c * height + y];
      }
    }
    return lines;
  }
}
