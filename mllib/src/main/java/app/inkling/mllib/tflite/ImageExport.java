package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.tensor.Shape;

/**
 * Layers for images, which are NHWC in the file. That is the order of our rows: at a network's door at most
 * the shape changes, never the data.
 */
final class ImageExport {
  private final NetworkExport network;
  private final Operators ops;

  ImageExport(NetworkExport network) {
    this.network = network;
    ops = network.ops;
  }

  void register() {
    network.on(Image.class, (layer, x) -> reshape(layer, x));
    network.on(Conv2d.class, this::conv2d);
    network.on(Flatten.class, (layer, x) -> reshape(layer, x));
  }

  private Signal reshape(Layer layer, Signal x) {
    // a sequence is one example, its steps are not
    int rows = x.shape().rank() == 2 ? 1 : ops.shape(x.tensor())[0];
    Shape wanted = layer.outputShape(layer instanceof Image ? Shape.of(x.shape().size()) : x.shape());
    return new Signal(ops.reshape(x.tensor(), withRows(rows, wanted)), wanted);
  }

  private Signal conv2d(Conv2d layer, Signal x) {
    Shape result = layer.outputShape(x.shape());
    Affine weighted = new Affine(Weights.outputHeightWidthInput(layer), layer.bias(), layer.outputs())
        .followedBy(network.foldedNorm());
    int weights = ops.constant("conv2d/weights", weighted.weights(), layer.outputs(), layer.kernelHeight(),
        layer.kernelWidth(), layer.inputs());
    int bias = ops.constant("conv2d/bias", weighted.bias(), layer.outputs());
    Signal padded = padded(layer, x, result);
    int padding = padded == x && layer.padding() == Padding.SAME && !smallerThanStride(layer)
        ? OperatorOptions.SAME : OperatorOptions.VALID;
    OperatorOptions options = OperatorOptions.conv2d(padding, layer.stride(), layer.dilation(),
        network.fusedActivation());
    return append(padded, result, "conv2d", TfliteOperator.CONV_2D, options, weights, bias);
  }

  private static boolean smallerThanStride(Conv2d layer) {
    return layer.kernelHeight() < layer.stride() || layer.kernelWidth() < layer.stride();
  }

  /**
   * XNNPACK of TensorFlow Lite 2.6 answers wrongly for SAME where a filter is smaller than its stride; there
   * the zeros are put round the image by an operator of their own, if any are needed.
   */
  private Signal padded(Conv2d layer, Signal x, Shape result) {
    if (layer.padding() == Padding.VALID || !smallerThanStride(layer)) {
      return x;
    }
    Shape shape = x.shape();
    int[] rows = zerosAround(shape.get(0), Padding.span(layer.kernelHeight(), layer.dilation()),
        layer.stride(), result.get(0));
    int[] columns = zerosAround(shape.get(1), Padding.span(layer.kernelWidth(), layer.dilation()),
        layer.stride(), result.get(1));
    if (rows[0] + rows[1] + columns[0] + columns[1] == 0) {
      return x;
    }
    int[] around = {0, 0, rows[0], rows[1], columns[0], columns[1], 0, 0};
    int zeros = ops.constant("pad/zeros", around, 4, 2);
    Shape wider = Shape.of(rows[0] + shape.get(0) + rows[1], columns[0] + shape.get(1) + columns[1],
        shape.get(2));
    return append(x, wider, "pad", TfliteOperator.PAD, OperatorOptions.DEFAULTS, zeros);
  }

  /** Zeros before and after, along one axis, that SAME stands for. */
  private static int[] zerosAround(int size, int window, int stride, int outputs) {
    int before = Padding.SAME.before(size, window, stride);
    return new int[] {before, Math.max(0, (outputs - 1) * stride + window - size) - before};
  }

  private Signal append(Signal x, Shape result, String kind, TfliteOperator operator, OperatorOptions options,
      int... constants) {
    int[] operands = new int[1 + constants.length];
    operands[0] = x.tensor();
    System.arraycopy(constants, 0, operands, 1, constants.length);
    int[] shape = withRows(ops.shape(x.tensor())[0], result);
    return new Signal(ops.apply(operator, options, kind, shape, operands), result);
  }

  static int[] withRows(int rows, Shape perExample) {
    int[] shape = new int[1 + perExample.rank()];
    shape[0] = rows;
    System.arraycopy(perExample.toArray(), 0, shape, 1, perExample.rank());
    return shape;
  }
}
