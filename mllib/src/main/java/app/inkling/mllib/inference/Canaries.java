package app.inkling.mllib.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Inputs together with the outputs that the Java engine gave for them: what a candidate is measured by. */
final class Canaries {
  private final Signature signature;
  private final List<Bindings> expected = new ArrayList<>();
  private final int rounds;
  private final float tolerance;
  private final long referenceMedianNanos;

  Canaries(InferenceEngine reference, List<Bindings> inputs, int rounds, float tolerance)
      throws EngineException {
    this.signature = reference.signature();
    this.rounds = rounds;
    this.tolerance = tolerance;
    long[] nanos = new long[rounds * inputs.size()];
    for (Bindings input : inputs) {
      Bindings judged = new Bindings(signature);
      judged.copyInputs(input);
      expected.add(judged);
    }
    for (int run = 0; run < nanos.length; run++) {
      Bindings judged = expected.get(run % expected.size());
      long start = System.nanoTime();
      reference.run(judged);
      nanos[run] = System.nanoTime() - start;
      if (!Float.isFinite(judged.largestOutputDifference(judged))) {
        throw new EngineException(reference.name(), EngineException.Phase.RUN,
            "the model gives numbers that are not finite for canary " + run % expected.size()
            + "; is the model file the right one?", null);
      }
    }
    this.referenceMedianNanos = median(nanos);
  }

  Signature signature() {
    return signature;
  }

  long referenceMedianNanos() {
    return referenceMedianNanos;
  }

  int runs() {
    return rounds * expected.size();
  }

  Bindings expected(int run) {
    return expected.get(run % expected.size());
  }

  float tolerance() {
    return tolerance;
  }

  static long median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
