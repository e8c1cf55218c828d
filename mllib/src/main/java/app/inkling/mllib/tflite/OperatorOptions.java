package app.inkling.mllib.tflite;

import com.google.flatbuffers.FlatBufferBuilder;

/** Writes the options table of one operator, whose kind is its {@link TfliteOperator#optionsType}. */
interface OperatorOptions {
  /** What may be fused behind an operator. */
  int NO_ACTIVATION = 0;
  int FUSED_RELU = 1;

  int SAME = 0;
  int VALID = 1;

  OperatorOptions NONE = builder -> 0;

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

  static OperatorOptions pad() {
    return builder -> {
      builder.startTable(0);
      return builder.endTable();
    };
  }

  static OperatorOptions softmax() {
    return builder -> {
      builder.startTable(1);
      builder.addFloat(0, 1, 0); // beta
      return builder.endTable();
    };
  }

  static OperatorOptions reshape(int... shape) {
    return builder -> {
      int vector = TfliteWriter.intVector(builder, shape);
      builder.startTable(1);
      builder.addOffset(0, vector, 0);
      return builder.endTable();
    };
  }
}
