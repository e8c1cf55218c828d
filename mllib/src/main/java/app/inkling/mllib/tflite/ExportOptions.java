package app.inkling.mllib.tflite;

/**
 * How to export, as a set of values: {@code ExportOptions.DEFAULTS.withInput("image")}.
 *
 * @param input name of the input in the signature
 * @param output name of the output
 * @param steps how many words a network that begins with an embedding takes; 0 for one that begins otherwise
 * @param precision of the weights
 * @param fusedRecurrence whether simple recurrent networks and LSTMs of whole sequences become one operator
 *     each, which makes a smaller file of fewer operators; such a file keeps its state from run to run, so
 *     that an engine must reset it before each (the interpreters' {@code resetVariableTensors})
 */
public record ExportOptions(String input, String output, int steps, Precision precision,
    boolean fusedRecurrence) {
  /** Names {@code input} and {@code output}, no words, float32, recurrence step by step. */
  public static final ExportOptions DEFAULTS =
      new ExportOptions("input", "output", 0, Precision.FLOAT32, false);

  public ExportOptions withInput(String name) {
    return new ExportOptions(name, output, steps, precision, fusedRecurrence);
  }

  public ExportOptions withOutput(String name) {
    return new ExportOptions(input, name, steps, precision, fusedRecurrence);
  }

  public ExportOptions withSteps(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("ExportOptions: steps is " + steps + "; wants at least 1");
    }
    return new ExportOptions(input, output, steps, precision, fusedRecurrence);
  }

  public ExportOptions withPrecision(Precision precision) {
    return new ExportOptions(input, output, steps, precision, fusedRecurrence);
  }

  public ExportOptions withFusedRecurrence() {
    return new ExportOptions(input, output, steps, precision, true);
  }
}
