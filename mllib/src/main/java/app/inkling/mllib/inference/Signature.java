package app.inkling.mllib.inference;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model takes and gives: named inputs and outputs, and which outputs are the next value of which
 * inputs.
 *
 * <p>A model with memory (one step of a recurrent network) has no hidden state: its state comes in as inputs
 * and goes out as outputs, so that every engine can run it, a caller can go back, and two callers can share
 * one engine. A step of a language model takes the word's number as INT32 [1, 1] and its state as FLOAT32;
 * {@link Bindings#carryState} leads from one step to the next.
 *
 * <p>The order counts: phones bind a {@code .tflite} file's inputs and outputs by position, so an exporter
 * writes them in the order given here.
 *
 * @param state input name to the output that holds its next value; both must be of one type and shape; a
 *     stateless model has an empty map
 */
public record Signature(List<TensorSpec> inputs, List<TensorSpec> outputs, Map<String, String> state) {
  public Signature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    state = Map.copyOf(state);
    requireDistinctNames("input", inputs);
    requireDistinctNames("output", outputs);
    for (Map.Entry<String, String> pair : state.entrySet()) {
      TensorSpec in = find(inputs, "input", pair.getKey());
      TensorSpec out = find(outputs, "output", pair.getValue());
      if (in.type() != out.type() || !Arrays.equals(in.shape(), out.shape())) {
        throw new IllegalArgumentException("Signature: state input " + in + " and its output " + out
            + " differ");
      }
    }
  }

  /** A model without state. */
  public Signature(List<TensorSpec> inputs, List<TensorSpec> outputs) {
    this(inputs, outputs, Map.of());
  }

  public TensorSpec input(String name) {
    return find(inputs, "input", name);
  }

  public TensorSpec output(String name) {
    return find(outputs, "output", name);
  }

  private static void requireDistinctNames(String kind, List<TensorSpec> specs) {
    Set<String> names = new HashSet<>();
    for (TensorSpec spec : specs) {
      if (!names.add(spec.name())) {
        throw new IllegalArgumentException("Signature: two " + kind + "s are called \"" + spec.name() + "\"");
      }
    }
  }

  private static TensorSpec find(List<TensorSpec> specs, String kind, String name) {
    for (TensorSpec spec : specs) {
      if (spec.name().equals(name)) {
        return spec;
      }
    }
    throw new IllegalArgumentException("Signature: no " + kind + " \"" + name + "\"; it has " + specs);
  }
}
