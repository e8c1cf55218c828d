package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;

/**
 * Operations on images in planes, [C channels, H lines, W columns, N examples] (see {@link Tensor#planes}).
 */
public final class ImageOps {
  private ImageOps() {}

  /**
   * Examples in rows to images in planes.
   *
   * @param x [N, H * W * C], each row in the order H, W, C
   * @return [C, H, W, N]
   */
  public static Var image(Var x, int height, int width, int channels) {
    Shapes.requireMatrix("image", x);
    int wanted = height * width * channels;
    if (x.shape().get(1) != wanted) {
      throw new ShapeException("image: wants rows of " + height + " x " + width + " x " + channels + " = "
          + wanted + " numbers, got " + x.shape() + "; are the images of another size?");
    }
    return x.graph().record(new ToPlanes(x, height, width, channels));
  }

  /**
   * Images in planes to examples in rows.
   *
   * @param x [C, H, W, N]
   * @return [N, H * W * C], each row in the order H, W, C
   */
  public static Var flatten(Var x) {
    Shapes.requireImages("flatten", x);
    return x.graph().record(new ToExamples(x));
  }

  /**
   * Cross-correlation of every image with every filter:
   * {@code y[o, i, j] = b[o] + sum over c, u, v of w[o, c, u, v] * x[c, i * s + u - top, j * s + v - left]},
   * s being the stride,
   * with zeros outside of x.
   *
   * @param x [C, H, W, N]
   * @param w [O, C * kernelHeight * kernelWidth], each row in the order channel, line, column
   * @param b [O], or null for none
   * @return [O, H', W', N]
   */
  public static Var conv2d(Var x, Var w, Var b, int kernelHeight, int kernelWidth, int stride,
      Padding padding) {
    return conv2d(x, w, b, kernelHeight, kernelWidth, stride, 1, padding);
  }

  /**
   * As above, with holes in the filter: its taps are {@code dilation} pixels apart,
   * {@code x[c, i * s + u * dilation - top, j * s + v * dilation - left]} (Yu and Koltun 2016, "Multi-scale
   * context aggregation by dilated convolutions").
   *
   * @param dilation at least 1
   */
  public static Var conv2d(Var x, Var w, Var b, int kernelHeight, int kernelWidth, int stride, int dilation,
      Padding padding) {
    Shapes.requireImages("conv2d", x);
    int taps = x.shape().get(0) * kernelHeight * kernelWidth;
    if (w.shape().rank() != 2 || w.shape().get(1) != taps) {
      throw new ShapeException("conv2d: wants a weight [filters, " + x.shape().get(0) + " * " + kernelHeight
          + " * "
          + kernelWidth + " = " + taps + "] for images " + x.shape() + ", got " + w.shape()
          + "; did the channels change?");
    }
    if (b != null && (b.shape().rank() != 1 || b.shape().get(0) != w.shape().get(0))) {
      throw new ShapeException("conv2d: wants a bias [" + w.shape().get(0) + "], got " + b.shape());
    }
    Window window = new Window("conv2d", x, kernelHeight, kernelWidth, stride, dilation, padding);
    return x.graph().record(b == null ? new Conv2dOp(window, x, w) : new Conv2dOp(window, x, w, b));
  }

  /**
   * The largest of each window of {@code size x size} inside the image; its first occurrence gets the
   * gradient.
   */
  public static Var maxPool2d(Var x, int size, int stride) {
    Shapes.requireImages("maxPool2d", x);
    Window window = new Window("maxPool2d", x, size, size, stride, Padding.VALID);
    return x.graph().record(new MaxPool2dOp(window, x));
  }

  /** The mean of each window of {@code size x size} inside the image. */
  public static Var averagePool2d(Var x, int size, int stride) {
    Shapes.requireImages("averagePool2d", x);
    Window window = new Window("averagePool2d", x, size, size, stride, Padding.VALID);
    return x.graph().record(new AveragePool2dOp(window, x));
  }

  /**
   * A weighted mean of each window of {@code size x size} inside the image.
   *
   * @param weights {@code size * size} finite numbers, line by line, used as they are
   */
  public static Var weightedPool2d(Var x, int size, int stride, float... weights) {
    Shapes.requireImages("weightedPool2d", x);
    if (weights.length != size * size) {
      throw new ShapeException("weightedPool2d: wants " + size + " x " + size + " = " + size * size
          + " weights, got " + weights.length + "; give one for each pixel of the window");
    }
    Window window = new Window("weightedPool2d", x, size, size, stride, Padding.VALID);
    return x.graph().record(new WeightedPool2dOp(window, x, weights.clone()));
  }

  /**
   * The Lp norm of each window of {@code size x size} inside the image, {@code (sum of |x|^p)^(1/p)}; a
   * window of zeros gives 0 and gets the gradient 0.
   *
   * @param p at least 1; 2 is the L2 norm, and the larger p, the nearer to the largest |x|
   */
  public static Var normPool2d(Var x, int size, int stride, float p) {
    Shapes.requireImages("normPool2d", x);
    if (!(p >= 1) || Float.isInfinite(p)) {
      throw new IllegalArgumentException("normPool2d: p is " + p + "; wants a finite number of at least 1");
    }
    Window window = new Window("normPool2d", x, size, size, stride, Padding.VALID);
    return x.graph().record(new SmoothPool2dOp(window, x, PoolFunction.norm(p)));
  }

  /**
   * {@code 1/beta * ln(mean of e^(beta x))} of each window of {@code size x size} inside the image.
   *
   * @param beta above 0; towards 0 it becomes the mean, with growing beta the maximum
   */
  public static Var logAveragePool2d(Var x, int size, int stride, float beta) {
    Shapes.requireImages("logAveragePool2d", x);
    if (!(beta > 0) || Float.isInfinite(beta)) {
      throw new IllegalArgumentException("logAveragePool2d: beta is " + beta
          + "; wants a finite number above 0");
    }
    Window window = new Window("logAveragePool2d", x, size, size, stride, Padding.VALID);
    return x.graph().record(new SmoothPool2dOp(window, x, PoolFunction.logAverage(beta)));
  }

  private static final class ToPlanes extends Op {
    private final int height;
    private final int width;
    private final int channels;

    ToPlanes(Var x, int height, int width, int channels) {
      super(Tensor.planes(Shape.of(channels, height, width, x.shape().get(0))), x);
      this.height = height;
      this.width = width;
      this.channels = channels;
    }

    @Override
    protected void forward() {
      Columns.examplesToPlanes(output().rows(), input(0).rows(), channels, height, width,
          input(0).shape().get(0));
    }

    @Override
    protected void backward() {
      Columns.planesToExamples(inputGradient(0).rows(), outputGradient().rows(), channels, height, width,
          input(0).shape().get(0));
    }
  }

  private static final class ToExamples extends Op {
    private final Shape images;

    ToExamples(Var x) {
      super(Tensor.zeros(Shape.of(x.shape().get(3), x.shape().get(1) * x.shape().get(2) * x.shape().get(0))),
          x);
      images = x.shape();
    }

    @Override
    protected void forward() {
      Columns.planesToExamples(output().rows(), input(0).rows(), images.get(0), images.get(1), images.get(2),
          images.get(3));
    }

    @Override
    protected void backward() {
      Columns.examplesToPlanes(inputGradient(0).rows(), outputGradient().rows(), images.get(0), images.get(1),
          images.get(2), images.get(3));
    }
  }
}
