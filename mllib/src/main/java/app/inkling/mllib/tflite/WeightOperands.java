package app.inkling.mllib.tflite;

import app.inkling.mllib.tflite.TfliteModel.OperatorEntry;
import app.inkling.mllib.tflite.TfliteModel.TensorEntry;
import app.inkling.mllib.tflite.TfliteModel.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which constants of a model are weights, the bulk of its file. */
final class WeightOperands {
  /** Smaller ones stay floats, as TensorFlow Lite's own converter has it: nothing is won by them. */
  static final int LEAST_SIZE = 1024;

  private WeightOperands() { }

  /** Tensors of an operator that are weights worth making smaller. */
  static List<Integer> of(TfliteModel model, OperatorEntry entry) {
    List<Integer> weights = new ArrayList<>();
    int size = 0;
    for (int operand : positions(entry.operator().operator())) {
      int tensor = entry.operands()[operand];
      if (tensor != TfliteModel.ABSENT) {
        TensorEntry weight = model.tensors.get(tensor);
        if (weight.data() != null && weight.type() == Type.FLOAT32) {
          weights.add(tensor);
          size += weight.size();
        }
      }
    }
    return size < LEAST_SIZE ? List.of() : weights; // of a fused layer all or none
  }

  /** The same of all operators. */
  static Set<Integer> of(TfliteModel model) {
    Set<Integer> all = new TreeSet<>();
    for (OperatorEntry entry : model.operators) {
      all.addAll(of(model, entry));
    }
    return all;
  }

  private static int[] positions(TfliteOperator operator) {
    return switch (operator) {
      case FULLY_CONNECTED, CONV_2D -> new int[] {1};
      case GATHER -> new int[] {0};
      case UNIDIRECTIONAL_SEQUENCE_RNN -> new int[] {1, 2};
      case UNIDIRECTIONAL_SEQUENCE_LSTM -> new int[] {1, 2, 3, 4, 5, 6, 7, 8};
      default -> new int[0];
    };
  }
}
