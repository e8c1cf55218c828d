package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.LayerNorm;
import app.inkling.mllib.nn.Recurrent;
import app.inkling.mllib.nn.Residual;
import app.inkling.mllib.nn.Sequence;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.TiedEmbedding;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tflite.ExportedModel.Port;
import app.inkling.mllib.tflite.TfliteModel.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A network's whole way into a file: the door in, the layers, the door out. */
final class ModelExport {
  private final Layer network;
  private final ExportOptions options;
  private final String name;

  ModelExport(Layer network, ExportOptions options) throws ExportException {
    this.network = network;
    this.options = options;
    name = network instanceof Sequential sequential ? sequential.name()
        : network instanceof TiedEmbedding tied ? tied.name() : network.getClass().getSimpleName();
    requireFiniteWeights();
  }

  /** The model in float32, as operators. */
  TfliteModel model(RecurrentExport.Start start) throws ExportException {
    return model(start, null);
  }

  private TfliteModel model(RecurrentExport.Start start, Calibration calibration) throws ExportException {
    NetworkExport export = new NetworkExport(name, start,
        options.fusedRecurrence() && start == RecurrentExport.Start.ZEROS, calibration);
    Signal input = input(export.ops);
    if (calibration != null) {
      calibration.input(input.tensor(), input.shape().size());
    }
    Signal result = export.write(network, input);
    int[] shape = ImageExport.withRows(1, result.shape());
    if (result.shape().rank() == 2 && start != RecurrentExport.Start.ZEROS) {
      shape = new int[] {1, result.shape().get(1)}; // the one step
    }
    int output = export.ops.reshape(result.tensor(), shape);
    if (start.isState(output)) {
      output = export.ops.copy(output); // a tensor has one name in a signature
    }
    export.ops.model.output(options.output(), output);
    start.finish(export.ops.model);
    export.ops.model.dropUnused();
    return export.ops.model;
  }

  /** @param state input name to the output that holds its next value */
  ExportedModel finish(RecurrentExport.Start start, Map<String, String> state) throws ExportException {
    Calibration calibration = options.precision() == Precision.INT8 ? new Calibration() : null;
    TfliteModel model = model(start, calibration);
    switch (options.precision()) {
      case FLOAT32 -> { }
      case FLOAT16 -> Float16Weights.apply(model);
      case DYNAMIC_INT8 -> DynamicRangeWeights.apply(model);
      case INT8 -> IntegerModel.apply(model, ranges(calibration, model), options.integerEdges());
    }
    return new ExportedModel(TfliteWriter.write(model, options.memory()), ports(model, model.inputs),
        ports(model, model.outputs), state);
  }

  ExportException refusal(String reason) {
    return new ExportException("Export of \"" + name + "\": " + reason);
  }

  private Signal input(Operators ops) throws ExportException {
    List<Layer> layers = NetworkExport.flat(network);
    Layer first = layers.isEmpty() ? null : layers.get(0);
    while (first instanceof Residual residual) {
      first = NetworkExport.flat(residual.inner()).get(0);
    }
    if (first instanceof Image image) {
      return floats(ops, image.height(), image.width(), image.channels());
    }
    if (first instanceof Dense dense) {
      return floats(ops, dense.inputs());
    }
    if (first instanceof LayerNorm norm) {
      return floats(ops, norm.features());
    }
    if (first instanceof Sequence sequence) {
      return floats(ops, sequence.steps(), sequence.features());
    }
    if (first instanceof Recurrent recurrent && options.steps() == 1) {
      int row = ops.model.input(options.input(), Type.FLOAT32, 1, 1, recurrent.inputs());
      return new Signal(ops.reshape(row, 1, recurrent.inputs()), Shape.of(1, recurrent.inputs()));
    }
    boolean words = first instanceof Embedding || first instanceof TiedEmbedding;
    if (words && options.steps() > 0) {
      return new Signal(ops.model.input(options.input(), Type.INT32, 1, options.steps()),
          Shape.of(options.steps()));
    }
    throw refusal("begins with " + (first == null ? "nothing" : first.describe()) + (words
        ? "; wants to know of how many words: set the options' steps"
        : "; wants an Image, a Dense, a Sequence or an Embedding layer first, since they know the input's "
        + "size"));
  }

  private Map<Integer, Calibration.Range> ranges(Calibration calibration, TfliteModel model)
      throws ExportException {
    int size = TfliteModel.size(model.shape(model.inputs.get(options.input())));
    if (options.calibration().isEmpty()) {
      throw refusal("no examples; int8 wants typical inputs, a few hundred, to see the range of each tensor");
    }
    for (float[] example : options.calibration()) {
      if (example.length != size) {
        throw refusal("an example for calibration has " + example.length + " numbers; wants " + size);
      }
    }
    Map<Integer, Calibration.Range> ranges = calibration.ranges(options.calibration());
    for (Calibration.Range range : ranges.values()) {
      if (!Float.isFinite(range.high() - range.low())) {
        throw refusal("examples for calibration give numbers that are not finite; are they damaged?");
      }
    }
    return ranges;
  }

  private Signal floats(Operators ops, int... perExample) {
    Shape shape = Shape.of(perExample);
    int input = ops.model.input(options.input(), Type.FLOAT32, ImageExport.withRows(1, shape));
    return new Signal(input, Shape.of(shape.size()));
  }

  private void requireFiniteWeights() throws ExportException {
    for (Parameter parameter : network.parameters()) {
      int i = 0;
      for (float[] row : parameter.value().rows()) {
        for (float value : row) {
          if (!Float.isFinite(value)) {
            throw refusal("number " + i + " of parameter \"" + parameter.name() + "\" is " + value
                + "; wants finite numbers: did the training diverge?");
          }
          i++;
        }
      }
    }
  }

  private static List<Port> ports(TfliteModel model, Map<String, Integer> tensors) {
    List<Port> ports = new ArrayList<>();
    tensors.forEach((name, tensor) -> {
      ExportedModel.Type type = ExportedModel.Type.valueOf(model.tensors.get(tensor).type().name());
      ports.add(new Port(name, type, model.shape(tensor)));
    });
    return ports;
  }
}
