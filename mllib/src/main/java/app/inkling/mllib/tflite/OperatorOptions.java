package app.inkling.mllib.tflite;

import com.google.flatbuffers.FlatBufferBuilder;

/** Writes the options table of one operator, whose kind is its {@link TfliteOperator#optionsType}. */
interface OperatorOptions {
  /** What may be fused behind an operator. */
  int NO_ACTIVATION = 0;
  int FUSED_RELU = 1;
  int FUSED_TANH = 4;

  int SAME = 0;
  int VALID = 1;

  /** No table at all. */
  OperatorOptions NONE = builder -> 0;

  /** A table in which everything has its default. */
  OperatorOptions DEFAULTS = builder -> {
    builder.startTable(0);
    return builder.endTable();
  };

  /** @return the table's offset in {@code builder} */
  int write(FlatBufferBuilder builder);

  static OperatorOptions conv2d(int padding, int stride, int dilation, int activation) {
    return builder -> {
      builder.startTable(6);
      builder.addByte(0, (byte) padding, 0);
      builder.addInt(1, stride, 0);
      builder.addInt(2, stride, 0);
      builder.addByte(3, (byte) activation, 0);
      builder.addInt(4, dilation, 1);
      builder.addInt(5, dilation, 1);
      return builder.endTable();
    };
  }

  /** One filter for each channel, without padding. */
  static OperatorOptions depthwiseConv2d(int stride) {
    return builder -> {
      builder.startTable(7);
      builder.addByte(0, (byte) VALID, 0);
      builder.addInt(1, stride, 0);
      builder.addInt(2, stride, 0);
      builder.addInt(3, 1, 0); // filters of each channel
      return builder.endTable();
    };
  }

  static OperatorOptions pool2d(int padding, int strideWidth, int strideHeight, int width, int height,
      int activation) {
    return builder -> {
      builder.startTable(6);
      builder.addByte(0, (byte) padding, 0);
      builder.addInt(1, strideWidth, 0);
      builder.addInt(2, strideHeight, 0);
      builder.addInt(3, width, 0);
      builder.addInt(4, height, 0);
      builder.addByte(5, (byte) activation, 0);
      return builder.endTable();
    };
  }

  static OperatorOptions fullyConnected(int activation) {
    return builder -> {
      builder.startTable(4);
      builder.addByte(0, (byte) activation, 0);
      return builder.endTable();
    };
  }

  static OperatorOptions softmax() {
    return oneFloat(1); // beta
  }

  static OperatorOptions leakyRelu(float slope) {
    return oneFloat(slope);
  }

  static OperatorOptions reshape(int... shape) {
    return builder -> {
      int vector = TfliteWriter.intVector(builder, shape);
      builder.startTable(1);
      builder.addOffset(0, vector, 0);
      return builder.endTable();
    };
  }

  static OperatorOptions concatenation(int axis) {
    return oneInt(axis);
  }

  static OperatorOptions gather(int axis) {
    return oneInt(axis);
  }

  static OperatorOptions split(int parts) {
    return oneInt(parts);
  }

  /** MEAN that keeps the dimension it goes over, with size 1. */
  static OperatorOptions keepDimensions() {
    return oneTrue(0);
  }

  /** BATCH_MATMUL, the second factor transposed or not. */
  static OperatorOptions batchMatMul(boolean transposeSecond) {
    return transposeSecond ? oneTrue(1) : DEFAULTS;
  }

  /** A sequence [1, steps, features], no clipping. */
  static OperatorOptions sequenceLstm() {
    return builder -> {
      builder.startTable(5);
      builder.addByte(0, (byte) FUSED_TANH, 0);
      return builder.endTable();
    };
  }

  /** A sequence [1, steps, features]. */
  static OperatorOptions sequenceRnn() {
    return builder -> {
      builder.startTable(3);
      builder.addByte(1, (byte) FUSED_TANH, 0);
      return builder.endTable();
    };
  }

  private static OperatorOptions oneInt(int value) {
    return builder -> {
      builder.startTable(1);
      builder.addInt(0, value, 0);
      return builder.endTable();
    };
  }

  private static OperatorOptions oneFloat(float value) {
    return builder -> {
      builder.startTable(1);
      builder.addFloat(0, value, 0);
      return builder.endTable();
    };
  }

  private static OperatorOptions oneTrue(int slot) {
    return builder -> {
      builder.startTable(slot + 1);
      builder.addBoolean(slot, true, false);
      return builder.endTable();
    };
  }
}
