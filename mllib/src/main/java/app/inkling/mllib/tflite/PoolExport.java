package app.inkling.mllib.tflite;

import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.LogAveragePool2d;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.NormPool2d;
import app.inkling.mllib.nn.WeightedAveragePool2d;
import app.inkling.mllib.tensor.Shape;

/** Pooling of images [rows, height, width, channels]. */
final class PoolExport {
  /** Keeps the share of a window of zeros a number; far below all that counts. */
  private static final float TINY = 1e-30f;

  private final NetworkExport network;
  private final Operators ops;

  PoolExport(NetworkExport network) {
    this.network = network;
    ops = network.ops;
  }

  /** Windows of one size at steps of one stride, and the shape of what they give. */
  private record Windows(int size, int stride, int[] shape) {
    int area() {
      return size * size;
    }
  }

  void register() {
    network.on(MaxPool2d.class, (layer, x) -> {
      Windows windows = windows(layer, x, layer.size(), layer.stride());
      return pooled(layer, x, pool(TfliteOperator.MAX_POOL_2D, x.tensor(), windows,
          network.fusedActivation()));
    });
    network.on(AveragePool2d.class, (layer, x) -> {
      Windows windows = windows(layer, x, layer.size(), layer.stride());
      return pooled(layer, x, pool(TfliteOperator.AVERAGE_POOL_2D, x.tensor(), windows,
          network.fusedActivation()));
    });
    network.on(NormPool2d.class, (layer, x) -> pooled(layer, x,
        norm(x.tensor(), windows(layer, x, layer.size(), layer.stride()), layer.p())));
    network.on(LogAveragePool2d.class, (layer, x) -> pooled(layer, x,
        logAverage(x.tensor(), windows(layer, x, layer.size(), layer.stride()), layer.beta())));
    network.on(WeightedAveragePool2d.class, this::weighted);
  }

  private Windows windows(Layer layer, Signal x, int size, int stride) {
    return new Windows(size, stride, ImageExport.withRows(ops.shape(x.tensor())[0],
        layer.outputShape(x.shape())));
  }

  private static Signal pooled(Layer layer, Signal x, int tensor) {
    return new Signal(tensor, layer.outputShape(x.shape()));
  }

  private int pool(TfliteOperator operator, int x, Windows windows, int activation) {
    return ops.apply(operator, OperatorOptions.pool2d(OperatorOptions.VALID, windows.stride(),
        windows.stride(), windows.size(), windows.size(), activation), "pool2d", windows.shape(), x);
  }

  private int sum(int x, Windows windows) {
    int mean = pool(TfliteOperator.AVERAGE_POOL_2D, x, windows, OperatorOptions.NO_ACTIVATION);
    return ops.multiply(mean, ops.number(windows.area()));
  }

  private int highest(int x, Windows windows) {
    return pool(TfliteOperator.MAX_POOL_2D, x, windows, OperatorOptions.NO_ACTIVATION);
  }

  /** Powers are of shares of the window's largest number, so that they neither overflow nor vanish. */
  private int norm(int x, Windows windows, float p) {
    if (p == 2) {
      return ops.elementwise(TfliteOperator.SQRT, OperatorOptions.NONE, sum(ops.multiply(x, x), windows));
    }
    int size = ops.elementwise(TfliteOperator.ABS, OperatorOptions.DEFAULTS, x);
    if (p == 1) {
      return sum(size, windows);
    }
    int highest = ops.maximum(highest(size, windows), ops.number(TINY));
    int sum = sumOfTaps(size, windows, tap -> ops.power(ops.divide(tap, highest), p));
    return ops.multiply(highest, ops.power(sum, 1 / p));
  }

  /** {@code highest + 1/beta * ln(mean of e^(beta (x - highest)))}. */
  private int logAverage(int x, Windows windows, float beta) {
    int highest = highest(x, windows);
    int sum = sumOfTaps(x, windows, tap -> ops.elementwise(TfliteOperator.EXP, OperatorOptions.DEFAULTS,
        ops.multiply(ops.subtract(tap, highest), ops.number(beta))));
    int mean = ops.multiply(sum, ops.number(1f / windows.area()));
    int log = ops.elementwise(TfliteOperator.LOG, OperatorOptions.NONE, mean);
    return ops.add(highest, ops.multiply(log, ops.number(1 / beta)));
  }

  private interface EachTap {
    int apply(int tap);
  }

  /** The sum of something over the pixels of each window: first all windows' first pixels, and so on. */
  private int sumOfTaps(int x, Windows windows, EachTap each) {
    int sum = TfliteModel.ABSENT;
    for (int tap = 0; tap < windows.area(); tap++) {
      int part = each.apply(ops.stridedSlice(x, tap / windows.size(), tap % windows.size(), windows.stride(),
          windows.shape()));
      sum = sum == TfliteModel.ABSENT ? part : ops.add(sum, part);
    }
    return sum;
  }

  /** A convolution of each channel by itself. */
  private Signal weighted(WeightedAveragePool2d layer, Signal x) {
    Shape result = layer.outputShape(x.shape());
    int channels = result.get(2);
    float[] shares = layer.weights();
    float[] filter = new float[shares.length * channels];
    for (int i = 0; i < filter.length; i++) {
      filter[i] = shares[i / channels];
    }
    int weights = ops.constant("pool2d/weights", filter, 1, layer.size(), layer.size(), channels);
    int bias = ops.constant("pool2d/bias", new float[channels], channels);
    int tensor = ops.apply(TfliteOperator.DEPTHWISE_CONV_2D, OperatorOptions.depthwiseConv2d(layer.stride()),
        "pool2d", ImageExport.withRows(ops.shape(x.tensor())[0], result), x.tensor(), weights, bias);
    return new Signal(tensor, result);
  }
}
