package app.inkling.mllib.tflite;

import app.inkling.mllib.tflite.TfliteModel.Rows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Operators as functions: each appends itself to the model, works out the shape of what it gives and returns
 * that tensor. Tensors carry the number of the layer that they belong to in their names.
 */
final class Operators {
  final TfliteModel model;
  private final Set<String> names = new HashSet<>();
  /** What {@link #concat} put together, by the tensor it became. */
  private final Map<Integer, Joined> joints = new HashMap<>();
  private int layer;

  private record Joined(int[] parts, int axis, boolean equal) { }

  Operators(TfliteModel model) {
    this.model = model;
  }

  /** What comes next belongs to the next layer. */
  void nextLayer() {
    layer++;
  }

  /** A name that no other tensor has. */
  String name(String kind) {
    String name = "layer" + layer + "/" + kind;
    String free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  int[] shape(int tensor) {
    return model.shape(tensor);
  }

  int constant(String kind, float[] values, int... shape) {
    return model.constant(name(kind), values, shape);
  }

  int constant(String kind, Rows rows, int... shape) {
    return model.constant(name(kind), rows, shape);
  }

  int constant(String kind, int[] values, int... shape) {
    return model.constant(name(kind), values, shape);
  }

  /** One number for every element; [1], since not every delegate takes tensors without dimensions. */
  int number(float value) {
    return constant("number", new float[] {value}, 1);
  }

  /** An operator of one result with any operands. */
  int apply(TfliteOperator operator, OperatorOptions options, String kind, int[] shape, int... operands) {
    int result = model.activation(name(kind), shape);
    model.operator(operator, options, result, operands);
    return result;
  }

  /** An operator that keeps the shape. */
  int elementwise(TfliteOperator operator, OperatorOptions options, int x) {
    return apply(operator, options, operator.name().toLowerCase(Locale.ROOT), shape(x), x);
  }

  int relu(int x) {
    return elementwise(TfliteOperator.RELU, OperatorOptions.NONE, x);
  }

  int tanh(int x) {
    return elementwise(TfliteOperator.TANH, OperatorOptions.NONE, x);
  }

  int sigmoid(int x) {
    return apply(TfliteOperator.LOGISTIC, OperatorOptions.NONE, "sigmoid", shape(x), x);
  }

  int softmax(int x) {
    return elementwise(TfliteOperator.SOFTMAX, OperatorOptions.softmax(), x);
  }

  int add(int a, int b) {
    return pair(TfliteOperator.ADD, "add", a, b);
  }

  int subtract(int a, int b) {
    return pair(TfliteOperator.SUB, "sub", a, b);
  }

  int multiply(int a, int b) {
    return pair(TfliteOperator.MUL, "mul", a, b);
  }

  int divide(int a, int b) {
    return pair(TfliteOperator.DIV, "div", a, b);
  }

  int maximum(int a, int b) {
    return pair(TfliteOperator.MAXIMUM, "maximum", a, b);
  }

  int power(int x, float exponent) {
    return pair(TfliteOperator.POW, "pow", x, number(exponent));
  }

  /** Element by element; a dimension of 1, or one that is missing at the front, goes with every index. */
  private int pair(TfliteOperator operator, String kind, int a, int b) {
    int[] longer = shape(a).length >= shape(b).length ? shape(a) : shape(b);
    int[] shorter = longer == shape(a) ? shape(b) : shape(a);
    int[] result = longer.clone();
    int front = longer.length - shorter.length;
    for (int i = 0; i < shorter.length; i++) {
      result[front + i] = Math.max(longer[front + i], shorter[i]);
    }
    return apply(operator, OperatorOptions.DEFAULTS, kind, result, a, b);
  }

  /** FULLY_CONNECTED: x [rows, inputs], weights [outputs, inputs], bias [outputs] to [rows, outputs]. */
  int dense(int x, int weights, int bias, int activation) {
    return apply(TfliteOperator.FULLY_CONNECTED, OperatorOptions.fullyConnected(activation), "dense",
        new int[] {shape(x)[0], shape(weights)[0]}, x, weights, bias);
  }

  int reshape(int x, int... shape) {
    if (Arrays.equals(shape(x), shape)) {
      return x;
    }
    return reshaped(x, shape);
  }

  /** The same numbers in a tensor of their own. */
  int copy(int x) {
    return reshaped(x, shape(x));
  }

  private int reshaped(int x, int[] shape) {
    int shapeTensor = constant("shape", shape, shape.length);
    int result = model.add(name("reshape"), model.tensors.get(x).type(), shape, null);
    model.operator(TfliteOperator.RESHAPE, OperatorOptions.reshape(shape), result, x, shapeTensor);
    return result;
  }

  /** Equal parts along an axis; those that {@link #concat} put together are still there. */
  int[] split(int x, int parts, int axis) {
    if (parts == 1) {
      return new int[] {x};
    }
    Joined joined = joints.get(x);
    if (joined != null && joined.axis() == axis && joined.parts().length == parts && joined.equal()) {
      return joined.parts();
    }
    int axisTensor = model.constant(name("axis"), new int[] {axis});
    int[] shape = shape(x).clone();
    shape[axis] /= parts;
    int[] results = new int[parts];
    for (int i = 0; i < parts; i++) {
      results[i] = model.activation(name("split"), shape);
    }
    model.operator(TfliteOperator.SPLIT, OperatorOptions.split(parts), results, axisTensor, x);
    return results;
  }

  int concat(int axis, int... parts) {
    if (parts.length == 1) {
      return parts[0];
    }
    int[] shape = shape(parts[0]).clone();
    for (int i = 1; i < parts.length; i++) {
      shape[axis] += shape(parts[i])[axis];
    }
    int result = apply(TfliteOperator.CONCATENATION, OperatorOptions.concatenation(axis), "concat", shape,
        parts);
    boolean equal = Arrays.stream(parts).allMatch(part -> shape(part)[axis] == shape(parts[0])[axis]);
    joints.put(result, new Joined(parts, axis, equal));
    return result;
  }

  /** Rows of a table [rows, features] by number; indices INT32 [count], the one rank that GPUs take. */
  int gather(int table, int indices) {
    return apply(TfliteOperator.GATHER, OperatorOptions.gather(0), "gather",
        new int[] {shape(indices)[0], shape(table)[1]}, table, indices);
  }

  /** The mean over the last dimension, which stays with size 1. */
  int meanOfRows(int x) {
    int[] shape = shape(x).clone();
    int last = shape.length - 1;
    shape[last] = 1;
    int axes = constant("axes", new int[] {last}, 1);
    return apply(TfliteOperator.MEAN, OperatorOptions.keepDimensions(), "mean", shape, x, axes);
  }

  /** Of images every {@code stride}th pixel from (line, column) on, as many as the shape says. */
  int stridedSlice(int x, int line, int column, int stride, int[] shape) {
    int begin = constant("begin", new int[] {0, line, column, 0}, 4);
    int lastLine = line + (shape[1] - 1) * stride;
    int lastColumn = column + (shape[2] - 1) * stride;
    int end = constant("end", new int[] {shape[0], lastLine + 1, lastColumn + 1, shape[3]}, 4);
    int strides = constant("strides", new int[] {1, stride, stride, 1}, 4);
    return apply(TfliteOperator.STRIDED_SLICE, OperatorOptions.DEFAULTS, "slice", shape, x, begin, end,
        strides);
  }

  /** a [1, rows, n] times b [1, n, columns], or b [1, columns, n] where it is to be transposed. */
  int product(int a, int b, boolean transposeSecond) {
    int columns = shape(b)[transposeSecond ? 1 : 2];
    return apply(TfliteOperator.BATCH_MATMUL, OperatorOptions.batchMatMul(transposeSecond), "product",
        new int[] {1, shape(a)[1], columns}, a, b);
  }
}
