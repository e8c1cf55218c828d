package app.inkling.mllib.suggest;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;

/**
 * The network's step on any engine of {@link KeyboardStep}'s signature: a word and a state in,
 * probabilities and the next state out. For an engine that may fail, hand in one that falls back by itself
 * ({@code inference.GuardedEngine}). One thread at a time; does not close the engine.
 */
public final class EngineStep implements NetworkStep {
  private final InferenceEngine engine;
  private final Bindings bindings;

  public EngineStep(InferenceEngine engine) {
    this.engine = engine;
    bindings = new Bindings(engine.signature());
  }

  /** Numbers of a state. */
  public int stateSize() {
    return bindings.floatInput(KeyboardStep.STATE).length;
  }

  /** @throws IllegalStateException the engine failed */
  @Override
  public float[] step(int word, float[] before, float[] after) {
    bindings.intInput(KeyboardStep.WORD)[0] = word;
    System.arraycopy(before, 0, bindings.floatInput(KeyboardStep.STATE), 0, before.length);
    try {
      engine.run(bindings);
    } catch (EngineException e) {
      throw new IllegalStateException("EngineStep: engine " + engine.name() + " failed; answer without the network",
          e);
    }
    System.arraycopy(bindings.floatOutput(KeyboardStep.NEXT_STATE), 0, after, 0, after.length);
    return bindings.floatOutput(KeyboardStep.PROBABILITIES);
  }
}
