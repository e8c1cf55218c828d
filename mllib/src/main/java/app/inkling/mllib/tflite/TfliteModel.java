package app.inkling.mllib.tflite;

import app.inkling.mllib.tflite.TfliteOperator.Versioned;
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
   * @param data little-endian bytes of a constant; null for what is computed
   * @param quantization how integers stand for real numbers; null where they don't
   * @param variable whether it keeps its values from one run to the next
   */
  record TensorEntry(String name, Type type, int[] shape, byte[] data, Quantization quantization,
      boolean variable) {
    int size() {
      return TfliteModel.size(shape);
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
    ByteBuffer data = littleEndian(name, values.length, shape);
    data.asFloatBuffer().put(values);
    return add(name, Type.FLOAT32, shape, data.array());
  }

  /** INT32 numbers, row-major. */
  int constant(String name, int[] values, int... shape) {
    ByteBuffer data = littleEndian(name, values.length, shape);
    data.asIntBuffer().put(values);
    return add(name, Type.INT32, shape, data.array());
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

  int add(String name, Type type, int[] shape, byte[] data) {
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
    TensorEntry entry = tensors.get(tensor);
    float[] values = new float[entry.size()];
    ByteBuffer.wrap(entry.data()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  static int size(int... shape) {
    int size = 1;
    for (int dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    return size;
  }

  /** Room for as many 4-byte values as the shape holds: the runtimes refuse data of any other length. */
  private static ByteBuffer littleEndian(String name, int values, int[] shape) {
    if (size(shape) != values) {
      throw new IllegalArgumentException("Tensor \"" + name + "\": shape holds " + size(shape)
          + " values, got " + values);
    }
    return ByteBuffer.allocate(Math.multiplyExact(values, 4)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
