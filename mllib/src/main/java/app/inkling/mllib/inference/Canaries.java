package app.inkling.mllib.inference;

import java.util.ArrayList;
import java.util.List;

/** Inputs together with the outputs that the Java engine gave for them: what a candidate is measured by. */
final class Canaries {
  private final Signature signature;
  private final List<Bindings> expected = new ArrayList<>();
  private final float tolerance;

  Canaries(InferenceEngine reference, List<Bindings> inputs, float tolerance) throws EngineException {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("EngineChooser: no canaries; wants one or more to compare with");
    }
    this.signature = reference.signature();
    this.tolerance = tolerance;
    for (Bindings input : inputs) {
      Bindings judged = new Bindings(signature);
      judged.copyInputs(input);
      reference.run(judged);
      if (!judged.outputsAreFinite()) {
        throw new EngineException(reference.name(), EngineException.Phase.RUN,
            "the model gives numbers that are not finite for canary " + expected.size()
            + "; is the model file the right one?", null);
      }
      expected.add(judged);
    }
  }

  Signature signature() {
    return signature;
  }

  List<Bindings> expected() {
    return expected;
  }

  float tolerance() {
    return tolerance;
  }

  /** The inputs alone, to run an engine on without harm to what is expected. */
  List<Bindings> inputs() {
    List<Bindings> copies = new ArrayList<>();
    for (Bindings canary : expected) {
      Bindings copy = new Bindings(signature);
      copy.copyInputs(canary);
      copies.add(copy);
    }
    return copies;
  }
}
