package app.inkling.mllib.tflite;

import app.inkling.mllib.tflite.TfliteOperator.Versioned;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model of one subgraph in the making: tensors and operators are added in the order in which they run;
 * {@link TfliteWriter} turns the whole into a file. Tensors are named by their index, as in the file.
 */
final class TfliteModel {
  /** An operand that is left out. */
  static final int ABSENT = -1;

  enum Type {
    FLOAT32(0, 4), FLOAT16(1, 2), INT32(2, 4), INT8(9, 1);

    /** {@code TensorType} of {@code schema.fbs}. */
    final int code;
    final int bytes;

    Type(int code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }
  }

  /**
   * A constant's numbers. Put into the file when that is written, so that a large model's weights are there
   * but once more.
   */
  interface Data {
    /** @param file has room for them all; little-endian */
    void put(ByteBuffer file);
  }

  /** FLOAT32 numbers in rows of equal length, as many as the first dimension says. */
  interface Rows {
    /** One of them, not to be changed; made when asked for where it isn't there anyway. */
    float[] row(int index);
  }

  /**
   * @param data null for what is computed
   * @param quantization how integers stand for real numbers; null where they don't
   * @param variable whether it keeps its values from one run to the next
   */
  record TensorEntry(String name, Type type, int[] shape, Data data, Quantization quantization,
      boolean variable) {
    int size() {
      return TfliteModel.size(shape);
    }

    int bytes() {
      return Math.multiplyExact(size(), type.bytes);
    }
  }

  record OperatorEntry(Versioned operator, OperatorOptions options, int[] operands, int[] results) { }

  final String description;
  final List<TensorEntry> tensors = new ArrayList<>();
  final List<OperatorEntry> operators = new ArrayList<>();
  /** The signature: names to tensors. */
  final Map<String, Integer> inputs = new LinkedHashMap<>();
  final Map<String, Integer> outputs = new LinkedHashMap<>();

  /** @param description free text, such as the network's name */
  TfliteModel(String description) {
    this.description = description;
  }

  /** An input, under this name in the signature. */
  int input(String name, Type type, int... shape) {
    int tensor = add(name, type, shape, null);
    inputs.put(name, tensor);
    return tensor;
  }

  /** A FLOAT32 tensor that an operator fills. */
  int activation(String name, int... shape) {
    return add(name, Type.FLOAT32, shape, null);
  }

  /** A FLOAT32 tensor of zeros that an operator keeps from one run to the next. */
  int variable(String name, int... shape) {
    tensors.add(new TensorEntry(name, Type.FLOAT32, shape.clone(), null, null, true));
    return tensors.size() - 1;
  }

  /** FLOAT32 weights, row-major. */
  int constant(String name, float[] values, int... shape) {
    requireSize(name, values.length, shape);
    return add(name, Type.FLOAT32, shape, file -> put(values, file));
  }

  /** FLOAT32 weights, row-major: a row for each index of the first dimension. */
  int constant(String name, Rows rows, int... shape) {
    return add(name, Type.FLOAT32, shape, file -> {
      for (int i = 0; i < shape[0]; i++) {
        put(rows.row(i), file);
      }
    });
  }

  private static void put(float[] values, ByteBuffer file) {
    for (float value : values) {
      file.putFloat(value);
    }
  }

  /** INT32 numbers, row-major. */
  int constant(String name, int[] values, int... shape) {
    requireSize(name, values.length, shape);
    return add(name, Type.INT32, shape, file -> {
      for (int value : values) {
        file.putInt(value);
      }
    });
  }

  /**
   * Appends an operator in its first version that fills {@code result}, a tensor from {@link #activation}.
   */
  void operator(TfliteOperator operator, OperatorOptions options, int result, int... operands) {
    operator(operator, options, new int[] {result}, operands);
  }

  void operator(TfliteOperator operator, OperatorOptions options, int[] results, int... operands) {
    operators.add(new OperatorEntry(new Versioned(operator, 1), options, operands, results));
  }

  /** Makes a tensor an output, under this name in the signature. */
  void output(String name, int tensor) {
    outputs.put(name, tensor);
  }

  /**
   * Leaves out operators whose results nobody uses. They would cost time, and XNNPACK of TensorFlow Lite 2.20
   * dies of some.
   */
  void dropUnused() {
    Set<Integer> used = new HashSet<>(outputs.values());
    for (int i = operators.size() - 1; i >= 0; i--) {
      OperatorEntry entry = operators.get(i);
      if (Arrays.stream(entry.results()).anyMatch(used::contains)) {
        Arrays.stream(entry.operands()).forEach(used::add);
      } else {
        operators.remove(i);
      }
    }
  }

  int add(String name, Type type, int[] shape, Data data) {
    tensors.add(new TensorEntry(name, type, shape.clone(), data, null, false));
    return tensors.size() - 1;
  }

  int[] shape(int tensor) {
    return tensors.get(tensor).shape();
  }

  boolean isConstant(int tensor) {
    return tensors.get(tensor).data() != null;
  }

  /** The values of a FLOAT32 constant. */
  float[] values(int tensor) {
    return values(tensors.get(tensor));
  }

  static float[] values(TensorEntry constant) {
    float[] values = new float[constant.size()];
    ByteBuffer bytes = ByteBuffer.allocate(constant.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    constant.data().put(bytes);
    ((Buffer) bytes).rewind(); // Android 8 has no ByteBuffer.rewind() that returns a ByteBuffer
    bytes.asFloatBuffer().get(values);
    return values;
  }

  static int size(int... shape) {
    int size = 1;
    for (int dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    return size;
  }

  /** The runtimes refuse data of any other length than the shape's. */
  private static void requireSize(String name, int values, int[] shape) {
    if (size(shape) != values) {
      throw new IllegalArgumentException("Tensor \"" + name + "\": shape holds " + size(shape)
          + " values, got " + values);
    }
  }
}
