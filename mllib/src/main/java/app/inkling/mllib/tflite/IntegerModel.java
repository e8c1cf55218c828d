package app.inkling.mllib.tflite;

import app.inkling.mllib.tflite.Calibration.Range;
import app.inkling.mllib.tflite.TfliteModel.OperatorEntry;
import app.inkling.mllib.tflite.TfliteModel.TensorEntry;
import app.inkling.mllib.tflite.TfliteModel.Type;
import app.inkling.mllib.tflite.TfliteOperator.Versioned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model of dense and convolutional layers in 8-bit integers throughout, with 32-bit sums: weights round 0
 * (a scale for each output of a convolution), activations between the smallest and the largest number that
 * examples gave.
 */
final class IntegerModel {
  private static final Quantization PROBABILITIES = new Quantization(1f / 256, -128);
  private static final Quantization TANH = new Quantization(1f / 128, 0);

  private final TfliteModel model;
  private final Map<Integer, Range> ranges;
  private final List<OperatorEntry> operators = new ArrayList<>();
  /** Of activations that are integers by now. */
  private final Map<Integer, Quantization> integers = new HashMap<>();
  /** Tensors at the door to what stands for them inside. */
  private final Map<Integer, Integer> replaced = new HashMap<>();

  private IntegerModel(TfliteModel model, Map<Integer, Range> ranges) {
    this.model = model;
    this.ranges = ranges;
  }

  /** @param integerEdges whether input and output are integers too, or are turned from and into floats */
  static void apply(TfliteModel model, Map<Integer, Range> ranges, boolean integerEdges) {
    IntegerModel pass = new IntegerModel(model, ranges);
    for (int input : model.inputs.values()) {
      pass.input(input, integerEdges);
    }
    for (OperatorEntry entry : model.operators) {
      pass.convert(entry);
    }
    pass.integers.forEach(pass::makeInteger);
    if (!integerEdges) {
      model.outputs.replaceAll((name, output) -> pass.output(output));
    }
    model.operators.clear();
    model.operators.addAll(pass.operators);
  }

  private void input(int input, boolean integerEdges) {
    Quantization quantization = of(ranges.get(input));
    if (integerEdges) {
      integers.put(input, quantization);
      return;
    }
    TensorEntry entry = model.tensors.get(input);
    int inside = model.add(entry.name() + "/int8", Type.INT8, entry.shape(), null);
    integers.put(inside, quantization);
    replaced.put(input, inside);
    append(TfliteOperator.QUANTIZE, 1, OperatorOptions.NONE, new int[] {inside}, input);
  }

  private int output(int output) {
    TensorEntry entry = model.tensors.get(output);
    int outside = model.activation(entry.name() + "/float32", entry.shape());
    append(TfliteOperator.DEQUANTIZE, 2, OperatorOptions.DEFAULTS, new int[] {outside}, output);
    return outside;
  }

  private void convert(OperatorEntry entry) {
    int[] operands = entry.operands().clone();
    for (int i = 0; i < operands.length; i++) {
      operands[i] = replaced.getOrDefault(operands[i], operands[i]);
    }
    TfliteOperator kind = entry.operator().operator();
    int result = entry.results()[0];
    Quantization input = integers.get(operands[0]);
    integers.put(result, switch (kind) {
      case LOGISTIC, SOFTMAX -> PROBABILITIES;
      case TANH -> TANH;
      case MAX_POOL_2D, AVERAGE_POOL_2D, RESHAPE, PAD -> input;
      default -> of(ranges.get(result));
    });
    if (kind == TfliteOperator.CONV_2D || kind == TfliteOperator.FULLY_CONNECTED) {
      weights(operands[1], operands[2], input, kind == TfliteOperator.CONV_2D);
    }
    int version = switch (kind) {
      case CONV_2D -> 3;
      case FULLY_CONNECTED -> 4;
      case RESHAPE -> 1;
      default -> 2;
    };
    append(kind, version, entry.options(), entry.results(), operands);
  }

  private void weights(int weights, int bias, Quantization input, boolean byOutput) {
    TensorEntry whole = Quantization.symmetric(model.tensors.get(weights),
        byOutput ? model.shape(weights)[0] : 1);
    model.tensors.set(weights, whole);
    float[] scales = whole.quantization().scales().clone();
    for (int i = 0; i < scales.length; i++) {
      scales[i] *= input.scales()[0];
    }
    float[] values = model.values(bias);
    ByteBuffer sums = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values.length; i++) {
      sums.putInt(Math.round(values[i] / scales[byOutput ? i : 0]));
    }
    TensorEntry entry = model.tensors.get(bias);
    model.tensors.set(bias, new TensorEntry(entry.name(), Type.INT32, entry.shape(),
        file -> file.put(sums.array()),        new Quantization(scales, 0), false));
  }

  private void makeInteger(int tensor, Quantization quantization) {
    TensorEntry entry = model.tensors.get(tensor);
    model.tensors.set(tensor, new TensorEntry(entry.name(), Type.INT8, entry.shape(), null, quantization,
        false));
  }

  private void append(TfliteOperator operator, int version, OperatorOptions options, int[] results,
      int... operands) {
    operators.add(new OperatorEntry(new Versioned(operator, version), options, operands, results));
  }

  /** -128 to 127 from the smallest number to the largest; 0 is met exactly. */
  static Quantization of(Range range) {
    float scale = (range.high() - range.low()) / 255;
    if (scale == 0) {
      return new Quantization(1, 0);
    }
    return new Quantization(scale, Math.max(-128, Math.min(127, Math.round(-128 - range.low() / scale))));
  }
}
