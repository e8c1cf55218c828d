package app.inkling.mllib.tflite;

/**
 * How to export, as a set of values: {@code ExportOptions.DEFAULTS.withInput("image")}.
 *
 * @param input name of the input in the signature
 * @param output name of the output
 * @param steps how many words a network that begins with an embedding takes; 0 for one that begins otherwise
 * @param precision of the weights
 */
public record ExportOptions(String input, String output, int steps, Precision precision) {
  /** Names {@code input} and {@code output}, no words, float32. */
  public static final ExportOptions DEFAULTS = new ExportOptions("input", "output", 0, Precision.FLOAT32);

  public ExportOptions withInput(String name) {
    return new ExportOptions(name, output, steps, precision);
  }

  public ExportOptions withOutput(String name) {
    return new ExportOptions(input, name, steps, precision);
  }

  public ExportOptions withSteps(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("ExportOptions: steps is " + steps + "; wants at least 1");
    }
    return new ExportOptions(input, output, steps, precision);
  }

  public ExportOptions withPrecision(Precision precision) {
    return new ExportOptions(input, output, steps, precision);
  }
}
