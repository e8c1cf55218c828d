package app.inkling.mllib.tflite;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A {@code .tflite} file with what its signature {@code serving_default} takes and gives.
 *
 * @param content the file's bytes from 0 to the limit; read-only
 * @param state input name to the output that holds its next value; empty for a model without state
 */
public record ExportedModel(ByteBuffer content, List<Port> inputs, List<Port> outputs,
    Map<String, String> state) {
  public ExportedModel {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    state = Map.copyOf(state);
  }

  /** The file's bytes, not copied; the position is the caller's own. */
  @Override
  public ByteBuffer content() {
    return content.duplicate();
  }

  /** A copy of the file's bytes. */
  public byte[] file() {
    byte[] file = new byte[content.limit()];
    content().get(file);
    return file;
  }

  public enum Type { FLOAT32, INT32, INT8 }

  /** One input or output; the batch, of 1, comes first in its shape. */
  public record Port(String name, Type type, int... shape) {
    @Override
    public String toString() {
      return name + ": " + type + Arrays.toString(shape);
    }
  }
}
