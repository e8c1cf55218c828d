package app.inkling.mllib.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model of one subgraph in the making: tensors and operators are added in the order in which they run;
 * {@link TfliteWriter} turns the whole into a file. Tensors are named by their index, as in the file.
 */
final class TfliteModel {
  enum Type {
    FLOAT32(0), INT32(2);

    /** {@code TensorType} of {@code schema.fbs}. */
    final int code;

    Type(int code) {
      this.code = code;
    }
  }

  /** @param data little-endian bytes of a constant; null for what is computed */
  record TensorEntry(String name, Type type, int[] shape, byte[] data) { }

  record OperatorEntry(TfliteOperator operator, OperatorOptions options, int[] operands, int result) { }

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

  /** A FLOAT32 input, under this name in the signature. */
  int input(String name, int... shape) {
    int tensor = activation(name, shape);
    inputs.put(name, tensor);
    return tensor;
  }

  /** A FLOAT32 tensor that an operator fills. */
  int activation(String name, int... shape) {
    return add(name, Type.FLOAT32, shape, null);
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

  /** Appends an operator that fills {@code result}, a tensor from {@link #activation}. */
  void operator(TfliteOperator operator, OperatorOptions options, int result, int... operands) {
    operators.add(new OperatorEntry(operator, options, operands, result));
  }

  /** Makes a tensor an output, under this name in the signature. */
  void output(String name, int tensor) {
    outputs.put(name, tensor);
  }

  private int add(String name, Type type, int[] shape, byte[] data) {
    tensors.add(new TensorEntry(name, type, shape.clone(), data));
    return tensors.size() - 1;
  }

  /** Room for as many 4-byte values as the shape holds: the runtimes refuse data of any other length. */
  private static ByteBuffer littleEndian(String name, int values, int[] shape) {
    int size = 1;
    for (int dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    if (size != values) {
      throw new IllegalArgumentException("Tensor \"" + name + "\": shape holds " + size + " values, got "
          + values);
    }
    return ByteBuffer.allocate(Math.multiplyExact(values, 4)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
