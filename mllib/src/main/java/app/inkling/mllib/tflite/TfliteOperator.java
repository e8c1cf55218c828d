package app.inkling.mllib.tflite;

/**
 * The builtin operators that we write, each in the one version we write it in. Codes and option types are
 * those of TensorFlow Lite's {@code schema.fbs}, the oldest runtimes those of its {@code runtime_version.cc}.
 */
enum TfliteOperator {
  AVERAGE_POOL_2D(1, 5, 1, "1.5.0"),
  CONV_2D(3, 1, 1, "1.5.0"),
  FULLY_CONNECTED(9, 8, 1, "1.5.0"),
  LOGISTIC(14, 0, 1, "1.14.0"),
  MAX_POOL_2D(17, 5, 1, "1.5.0"),
  PAD(34, 22, 1, "1.5.0"),
  RELU(19, 0, 1, "1.5.0"),
  RESHAPE(22, 17, 1, "1.5.0"),
  SOFTMAX(25, 9, 1, "1.5.0"),
  TANH(28, 0, 1, "1.14.0");

  /** {@code BuiltinOperator}. */
  final int code;
  /** {@code BuiltinOptions}; 0 for none. */
  final int optionsType;
  final int version;
  /** The oldest runtime that knows this version. */
  final String minimumRuntime;

  TfliteOperator(int code, int optionsType, int version, String minimumRuntime) {
    this.code = code;
    this.optionsType = optionsType;
    this.version = version;
    this.minimumRuntime = minimumRuntime;
  }

  /** The oldest runtime that knows all of {@code operators}. */
  static String minimumRuntime(Iterable<TfliteOperator> operators) {
    String newest = "1.5.0";
    for (TfliteOperator operator : operators) {
      if (compareVersions(operator.minimumRuntime, newest) > 0) {
        newest = operator.minimumRuntime;
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
