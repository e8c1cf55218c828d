package app.inkling.mllib.inference;

import app.inkling.mllib.autodiff.Var;
import java.util.Map;

/**
 * A model's forward pass as ops on a graph, for models with several inputs or outputs: one step of a
 * recurrent language model, say.
 *
 * <pre>{@code
 * Signature step = new Signature(
 *     List.of(new TensorSpec("word", INT32, 1, 1), new TensorSpec("state", FLOAT32, 1, lstm.stateSize())),
 *     List.of(new TensorSpec("probabilities", FLOAT32, 1, words), new TensorSpec("next_state", FLOAT32, 1,
 *         lstm.stateSize())),
 *     Map.of("state", "next_state"));
 * new JavaEngine(step, in -> {
 *   Var states = lstm.states(embedding.apply(in.get("word")), in.get("state"));
 *   return Map.of("probabilities", output.apply(lstm.hidden(states)), "next_state", states);
 * });
 * }</pre>
 */
public interface ForwardPass {
  /**
   * Records the ops; called once, with zeros in the inputs.
   *
   * @param inputs the signature's inputs by name, each of its spec's shape; whole numbers travel as floats,
   *     which hold them exactly up to 2^24
   * @return the signature's outputs by name, each with as many numbers as its spec, in row-major order
   */
  Map<String, Var> apply(Map<String, Var> inputs);
}
