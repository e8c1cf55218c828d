package app.inkling.engines;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import java.util.List;
import java.util.function.Supplier;

/**
 * One version of a model as engines see it.
 *
 * @param kind what it is for, as in the table of versions; the user's wish holds for all versions of a kind
 * @param sha256 of the version's checkpoint: what is found out about engines is remembered under it
 * @param signature inputs, outputs and state, in the order of the {@code .tflite} file
 * @param java makes a Java engine of this version; called once for running and once for each comparison
 * @param tflite the same network for TensorFlow Lite
 * @param canaries typical inputs by which engines are compared
 * @param tolerance largest absolute difference of an output to the Java engine's that still counts as right
 */
public record EngineModel(String kind, String sha256, Signature signature, Supplier<InferenceEngine> java,
    TfliteSource tflite, CanarySource canaries, float tolerance) {
  /** For probabilities: a tenth of what a shown percentage could reveal. */
  public static final float PROBABILITIES = 1e-4f;

  /**
   * Gives typical inputs; for a model with state see {@link
   * app.inkling.mllib.inference.SequenceCanaries}.
   */
  public interface CanarySource {
    /** @param java an engine to run, where a step's inputs follow from the step before */
    List<Bindings> of(InferenceEngine java) throws EngineException;
  }
}
