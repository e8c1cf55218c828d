package app.inkling.mllib.inference;

import java.util.ArrayList;
import java.util.List;

/** Canaries for models with state: what comes in at every step along a sequence. */
public final class SequenceCanaries {
  private SequenceCanaries() { }

  /**
   * @param java the model's Java engine; its signature has a state
   * @param input name of the INT32 input that takes one value a step, such as a word's number
   * @param values the sequence, beginning from a state of zeros
   * @return one canary a value, with the state that the values before led to
   */
  public static List<Bindings> along(InferenceEngine java, String input, int... values)
      throws EngineException {
    List<Bindings> canaries = new ArrayList<>();
    Bindings step = new Bindings(java.signature());
    for (int value : values) {
      step.intInput(input)[0] = value;
      Bindings canary = new Bindings(java.signature());
      canary.copyInputs(step);
      canaries.add(canary);
      java.run(step);
      step.carryState();
    }
    return canaries;
  }
}
