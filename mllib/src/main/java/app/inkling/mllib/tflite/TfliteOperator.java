package app.inkling.mllib.tflite;

/**
 * The builtin operators that we write. Codes and option types are those of TensorFlow Lite's {@code
 * schema.fbs}, the oldest runtimes those of its {@code runtime_version.cc}.
 */
enum TfliteOperator {
  ABS(101, 78, "1.13.0"),
  ADD(0, 11, "1.5.0", "1.14.0"),
  AVERAGE_POOL_2D(1, 5, "1.5.0", "1.14.0"),
  BATCH_MATMUL(126, 101, "2.3.0"),
  CONCATENATION(2, 10, "1.5.0", "1.14.0"),
  CONV_2D(3, 1, "1.5.0", "1.14.0", "1.14.0", "2.3.0", "2.4.0"),
  DEPTHWISE_CONV_2D(4, 2, "1.5.0"),
  DEQUANTIZE(6, 38, "1.13.1", "1.14.0", "1.15.0"),
  DIV(42, 29, "1.6.0"),
  ELU(111, 0, "1.14.0"),
  EXP(47, 33, "1.7.0"),
  FULLY_CONNECTED(9, 8, "1.5.0", "1.10.0", "1.14.0", "1.14.0"),
  GATHER(36, 23, "1.6.0", "1.14.0"),
  LEAKY_RELU(98, 75, "1.13.1", "2.3.0"),
  LOG(73, 0, "1.14.0"),
  LOGISTIC(14, 0, "1.14.0", "1.14.0"),
  MAXIMUM(55, 39, "1.14.0", "1.14.0"),
  MAX_POOL_2D(17, 5, "1.5.0", "1.14.0"),
  MEAN(40, 27, "1.6.0"),
  MUL(18, 21, "1.5.0", "1.14.0"),
  NEG(59, 42, "1.9.0"),
  PAD(34, 22, "1.5.0", "1.14.0"),
  POW(78, 56, "1.10.0"),
  QUANTIZE(114, 0, "1.14.0"),
  RELU(19, 0, "1.5.0", "2.1.0"),
  RESHAPE(22, 17, "1.5.0"),
  RSQRT(76, 0, "1.10.0"),
  SOFTMAX(25, 9, "1.5.0", "1.14.0"),
  SPLIT(49, 35, "1.5.0", "1.14.0"),
  SQRT(75, 0, "1.10.0"),
  STRIDED_SLICE(45, 32, "1.6.0"),
  SUB(41, 28, "1.6.0", "1.14.0"),
  TANH(28, 0, "1.14.0", "1.14.0"),
  UNIDIRECTIONAL_SEQUENCE_LSTM(44, 71, "1.13.1", "1.14.0"),
  UNIDIRECTIONAL_SEQUENCE_RNN(35, 31, "1.14.0", "1.14.0");

  /** {@code BuiltinOperator}. */
  final int code;
  /** {@code BuiltinOptions}; 0 for none. */
  final int optionsType;
  /** The oldest runtime that knows version 1, 2, ... */
  private final String[] minimumRuntimes;

  TfliteOperator(int code, int optionsType, String... minimumRuntimes) {
    this.code = code;
    this.optionsType = optionsType;
    this.minimumRuntimes = minimumRuntimes;
  }

  /** One operator in one version. */
  record Versioned(TfliteOperator operator, int version) {
    /** The oldest runtime that knows this version. */
    String minimumRuntime() {
      return operator.minimumRuntimes[version - 1];
    }
  }

  /** The versions of this operator that we write, from 1. */
  int versions() {
    return minimumRuntimes.length;
  }

  /** The oldest runtime that knows all of {@code operators}. */
  static String minimumRuntime(Iterable<Versioned> operators) {
    String newest = "1.5.0";
    for (Versioned operator : operators) {
      if (compareVersions(operator.minimumRuntime(), newest) > 0) {
        newest = operator.minimumRuntime();
      }
    }
    return newest;
  }

  private static int compareVersions(String left, String right) {
    String[] a = left.split("\\.");
    String[] b = right.split("\\.");
    for (int part = 0; part < 3; part++) {
      int order = Integer.compare(Integer.parseInt(a[part]), Integer.parseInt(b[part]));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
