package app.inkling.mllib.tflite;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntFunction;

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
 * @param calibration for {@link Precision#INT8}: typical inputs, a few hundred, each a row as the network
 *     takes them; not copied
 * @param integerEdges for {@link Precision#INT8}: whether input and output are INT8 as well, to be read with
 *     the file's scales; else they are FLOAT32
 * @param memory gives room for so many bytes, in which the file is made; usually the heap
 */
public record ExportOptions(String input, String output, int steps, Precision precision,
    boolean fusedRecurrence, List<float[]> calibration, boolean integerEdges,
    IntFunction<ByteBuffer> memory) {
  /** Names {@code input} and {@code output}, no words, float32, recurrence step by step. */
  public static final ExportOptions DEFAULTS =
      new ExportOptions("input", "output", 0, Precision.FLOAT32, false, List.of(), false,
          ByteBuffer::allocate);

  public ExportOptions withInput(String name) {
    return new ExportOptions(name, output, steps, precision, fusedRecurrence, calibration,
        integerEdges, memory);
  }

  public ExportOptions withOutput(String name) {
    return new ExportOptions(input, name, steps, precision, fusedRecurrence, calibration,
        integerEdges, memory);
  }

  public ExportOptions withSteps(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("ExportOptions: steps is " + steps + "; wants at least 1");
    }
    return new ExportOptions(input, output, steps, precision, fusedRecurrence, calibration,
        integerEdges, memory);
  }

  public ExportOptions withPrecision(Precision precision) {
    return new ExportOptions(input, output, steps, precision, fusedRecurrence, calibration,
        integerEdges, memory);
  }

  public ExportOptions withFusedRecurrence() {
    return new ExportOptions(input, output, steps, precision, true, calibration, integerEdges,
        memory);
  }

  /** In {@link Precision#INT8}. */
  public ExportOptions withCalibration(List<float[]> examples) {
    return new ExportOptions(input, output, steps, Precision.INT8, fusedRecurrence, examples, integerEdges,
        memory);
  }

  /** With INT8 at the input and the output. */
  public ExportOptions withIntegerEdges() {
    return new ExportOptions(input, output, steps, precision, fusedRecurrence, calibration, true, memory);
  }

  /** In memory of another kind: see {@link TfliteFile#write(java.nio.file.Path, TfliteFile.Making)}. */
  public ExportOptions withMemory(IntFunction<ByteBuffer> memory) {
    return new ExportOptions(input, output, steps, precision, fusedRecurrence, calibration,
        integerEdges, memory);
  }
}
