package app.inkling.mllib.tflite;

import app.inkling.mllib.tflite.TfliteModel.OperatorEntry;
import app.inkling.mllib.tflite.TfliteModel.TensorEntry;
import app.inkling.mllib.tflite.TfliteModel.Type;
import app.inkling.mllib.tflite.TfliteOperator.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Weights as 8-bit integers round 0, for operators that take them beside floats. A convolution has a scale
 * for each output, everything else one for the whole tensor. Rows of a table come out as integers and become
 * floats behind it.
 */
final class DynamicRangeWeights {
  private final TfliteModel model;
  private final List<OperatorEntry> operators = new ArrayList<>();
  private final Map<Integer, TensorEntry> quantized = new TreeMap<>();

  private DynamicRangeWeights(TfliteModel model) {
    this.model = model;
  }

  static void apply(TfliteModel model) {
    DynamicRangeWeights pass = new DynamicRangeWeights(model);
    for (OperatorEntry entry : List.copyOf(model.operators)) {
      pass.convert(entry);
    }
    pass.quantized.forEach(model.tensors::set);
    model.operators.clear();
    model.operators.addAll(pass.operators);
  }

  private void convert(OperatorEntry entry) {
    TfliteOperator kind = entry.operator().operator();
    List<Integer> weights = WeightOperands.of(model, entry);
    for (int tensor : weights) {
      int scales = kind == TfliteOperator.CONV_2D ? model.shape(tensor)[0] : 1;
      quantized.computeIfAbsent(tensor, t -> Quantization.symmetric(model.tensors.get(t), scales));
    }
    if (weights.isEmpty()) {
      operators.add(entry);
    } else if (kind == TfliteOperator.GATHER) {
      gather(entry, quantized.get(weights.get(0)));
    } else {
      operators.add(new OperatorEntry(hybrid(kind), entry.options(), entry.operands(), entry.results()));
    }
  }

  private void gather(OperatorEntry entry, TensorEntry table) {
    TensorEntry rows = model.tensors.get(entry.results()[0]);
    model.tensors.add(new TensorEntry(rows.name() + "/int8", Type.INT8, rows.shape(), null,
        table.quantization(), false));
    int[] integers = {model.tensors.size() - 1};
    operators.add(new OperatorEntry(new Versioned(TfliteOperator.GATHER, 2), entry.options(),
        entry.operands(), integers));
    operators.add(new OperatorEntry(new Versioned(TfliteOperator.DEQUANTIZE, 2), OperatorOptions.DEFAULTS,
        integers, entry.results()));
  }

  /** The version that takes floats with weights of 8 bits. */
  private static Versioned hybrid(TfliteOperator operator) {
    return new Versioned(operator, switch (operator) {
      case FULLY_CONNECTED -> 3;
      case CONV_2D -> 5; // with a scale for each output
      default -> 2;
    });
  }
}
