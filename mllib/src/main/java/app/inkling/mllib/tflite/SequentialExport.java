package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One walk along a network's layers, each of which appends its operator to the model. */
final class SequentialExport {
  /** How each kind of layer is written: at once the list of what can be expressed. */
  private final Map<Class<?>, Consumer<Layer>> writers = new LinkedHashMap<>();
  private final Sequential network;
  private final TfliteModel model;
  /** Without those that only count in training. */
  private final List<Layer> layers = new ArrayList<>();
  private int position;

  /**
   * The tensor that the layers so far give, and one example's shape: [height, width, channels] or [features].
   */
  private int current;
  private Shape shape;

  SequentialExport(Sequential network) {
    this.network = network;
    model = new TfliteModel(network.name());
    on(Image.class, layer -> reshape(layer.outputShape(Shape.of(shape.size()))));
    on(Conv2d.class, this::conv2d);
    on(MaxPool2d.class, layer -> pool2d(layer, TfliteOperator.MAX_POOL_2D, layer.size(), layer.stride()));
    on(AveragePool2d.class, layer -> pool2d(layer, TfliteOperator.AVERAGE_POOL_2D, layer.size(),
        layer.stride()));
    on(Flatten.class, layer -> reshape(layer.outputShape(shape)));
    on(Dense.class, this::dense);
    on(Relu.class, layer -> append(layer, "relu", TfliteOperator.RELU, OperatorOptions.NONE));
    on(Tanh.class, layer -> append(layer, "tanh", TfliteOperator.TANH, OperatorOptions.NONE));
    on(Sigmoid.class, layer -> append(layer, "sigmoid", TfliteOperator.LOGISTIC, OperatorOptions.NONE));
    on(Softmax.class, layer -> append(layer, "softmax", TfliteOperator.SOFTMAX, OperatorOptions.softmax()));
    collect(network);
  }

  TfliteModel model(String input, String output) throws ExportException {
    shape = inputShape();
    current = model.input(input, withBatch(shape));
    while (position < layers.size()) {
      Layer layer = layers.get(position++);
      writer(layer).accept(layer);
    }
    model.output(output, current);
    return model;
  }

  private void collect(Sequential sequence) {
    for (Layer layer : sequence.layers()) {
      if (layer instanceof Sequential nested) {
        collect(nested);
      } else if (!(layer instanceof Dropout)) {
        layers.add(layer);
      }
    }
  }

  private Shape inputShape() throws ExportException {
    Layer first = layers.isEmpty() ? null : layers.get(0);
    if (first instanceof Image image) {
      return Shape.of(image.height(), image.width(), image.channels());
    }
    if (first instanceof Dense dense) {
      return Shape.of(dense.inputs());
    }
    throw new ExportException("Export of \"" + network.name() + "\": begins with "
        + (first == null ? "nothing" : first.describe())
        + "; wants an Image or a Dense layer first, since they know the input's size");
  }

  private Consumer<Layer> writer(Layer layer) throws ExportException {
    Consumer<Layer> writer = writers.get(layer.getClass());
    if (writer == null) {
      List<String> known = new ArrayList<>();
      for (Class<?> kind : writers.keySet()) {
        known.add(kind.getSimpleName());
      }
      throw new ExportException("Export of \"" + network.name() + "\": cannot express layer "
          + layer.describe() + "; what can be expressed: " + String.join(", ", known)
          + ", Dropout (left out), Sequential");
    }
    return writer;
  }

  /**
   * Images are NHWC in the file, which is the order of our rows: at most the shape changes, never the data.
   */
  private void reshape(Shape wanted) {
    if (!wanted.equals(shape)) {
      int[] withBatch = withBatch(wanted);
      int shapeTensor = model.constant(name("shape"), withBatch, withBatch.length);
      append(wanted, "reshape", TfliteOperator.RESHAPE, OperatorOptions.reshape(withBatch), shapeTensor);
    }
  }

  private void conv2d(Conv2d layer) {
    Shape result = layer.outputShape(shape);
    int weights = model.constant(name("conv2d/weights"), Weights.outputHeightWidthInput(layer),
        layer.outputs(), layer.kernelHeight(), layer.kernelWidth(), layer.inputs());
    int bias = bias("conv2d/bias", layer.bias(), layer.outputs());
    int padding = padding(layer, result);
    append(result, "conv2d", TfliteOperator.CONV_2D,
        OperatorOptions.conv2d(padding, layer.stride(), layer.dilation(), fusedActivation()), weights, bias);
  }

  /**
   * The operator's padding. XNNPACK of TensorFlow Lite 2.6 answers wrongly for SAME where a filter is smaller
   * than its stride; there the zeros are put round the image by an operator of their own, if any are needed.
   */
  private int padding(Conv2d layer, Shape result) {
    int stride = layer.stride();
    if (layer.padding() == Padding.VALID) {
      return OperatorOptions.VALID;
    }
    if (layer.kernelHeight() >= stride && layer.kernelWidth() >= stride) {
      return OperatorOptions.SAME;
    }
    int[] rows = zerosAround(shape.get(0), Padding.span(layer.kernelHeight(), layer.dilation()), stride,
        result.get(0));
    int[] columns = zerosAround(shape.get(1), Padding.span(layer.kernelWidth(), layer.dilation()), stride,
        result.get(1));
    if (rows[0] + rows[1] + columns[0] + columns[1] > 0) {
      int[] around = {0, 0, rows[0], rows[1], columns[0], columns[1], 0, 0};
      int zeros = model.constant(name("pad/zeros"), around, 4, 2);
      int height = rows[0] + shape.get(0) + rows[1];
      int width = columns[0] + shape.get(1) + columns[1];
      append(Shape.of(height, width, shape.get(2)), "pad", TfliteOperator.PAD, OperatorOptions.pad(), zeros);
    }
    return OperatorOptions.VALID;
  }

  /** Zeros before and after, along one axis, that SAME stands for. */
  private static int[] zerosAround(int size, int window, int stride, int outputs) {
    int before = Padding.SAME.before(size, window, stride);
    return new int[] {before, Math.max(0, (outputs - 1) * stride + window - size) - before};
  }

  private void pool2d(Layer layer, TfliteOperator operator, int size, int stride) {
    append(layer, "pool2d", operator,
        OperatorOptions.pool2d(OperatorOptions.VALID, stride, stride, size, size, fusedActivation()));
  }

  private void dense(Dense layer) {
    int weights = model.constant(name("dense/weights"), Weights.outputInput(layer), layer.outputs(),
        layer.inputs());
    int bias = bias("dense/bias", layer.bias(), layer.outputs());
    append(layer, "dense", TfliteOperator.FULLY_CONNECTED, OperatorOptions.fullyConnected(fusedActivation()),
        weights, bias);
  }

  /** The operators' first version wants a bias: zeros where the layer has none. */
  private int bias(String kind, Parameter bias, int outputs) {
    return model.constant(name(kind), bias == null ? new float[outputs] : bias.value().toArray(), outputs);
  }

  /** Takes in a ReLU that comes right behind the layer being written. */
  private int fusedActivation() {
    if (position < layers.size() && layers.get(position) instanceof Relu) {
      position++;
      return OperatorOptions.FUSED_RELU;
    }
    return OperatorOptions.NO_ACTIVATION;
  }

  private void append(Layer layer, String kind, TfliteOperator operator, OperatorOptions options,
      int... constants) {
    append(layer.outputShape(shape), kind, operator, options, constants);
  }

  /** Appends an operator that makes a new current tensor out of the current one and constants. */
  private void append(Shape result, String kind, TfliteOperator operator, OperatorOptions options,
      int... constants) {
    int[] operands = new int[1 + constants.length];
    operands[0] = current;
    System.arraycopy(constants, 0, operands, 1, constants.length);
    current = model.activation(name(kind), withBatch(result));
    shape = result;
    model.operator(operator, options, current, operands);
  }

  /** Tensors are told apart by the number of their layer. */
  private String name(String kind) {
    return "layer" + position + "/" + kind;
  }

  private <L extends Layer> void on(Class<L> kind, Consumer<L> writer) {
    writers.put(kind, layer -> writer.accept(kind.cast(layer)));
  }

  private static int[] withBatch(Shape perExample) {
    int[] shape = new int[1 + perExample.rank()];
    shape[0] = 1;
    System.arraycopy(perExample.toArray(), 0, shape, 1, perExample.rank());
    return shape;
  }
}
