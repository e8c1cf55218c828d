package app.inkling.mllib.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Trusts no engine without proof. Each candidate is created and run on a canary batch, on a thread of its own
 * and against a deadline, and its numbers are compared with those of our own Java engine. The first candidate
 * in order of preference that is right is chosen; when none is, the Java engine.
 *
 * <p>Whatever a candidate does (throw, fail to link, answer NaN, hang) ends in an {@link EngineReport}, never
 * in the caller's thread.
 */
public final class EngineChooser {
  /**
   * Each canary is run this often: a wrong engine may be right the first time and differ when its buffers are
   * reused.
   */
  private static final int ROUNDS = 3;

  private final float tolerance;
  private final Duration deadline;

  /**
   * @param tolerance largest absolute difference to the Java engine that still counts as right; 1e-4 suits
   *     probabilities of float32 models
   * @param deadline for creating one candidate and running all its canaries
   */
  public EngineChooser(float tolerance, Duration deadline) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("EngineChooser: tolerance is " + tolerance + "; wants 0 or more");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("EngineChooser: deadline is " + deadline
          + "; wants more than nothing");
    }
    this.tolerance = tolerance;
    this.deadline = deadline;
  }

  /**
   * @param java the Java engine, which judges and is the answer when no candidate is right; stays the
   *     caller's
   * @param candidates best first
   * @param canaries bindings of the Java engine's signature with typical inputs filled in; at least one
   * @throws EngineException the Java engine itself failed or gave a number that is not finite
   * @throws InterruptedException the caller was interrupted; the candidate under trial closes itself
   */
  public EngineChoice choose(InferenceEngine java, List<EngineFactory> candidates, List<Bindings> canaries)
      throws EngineException, InterruptedException {
    if (canaries.isEmpty()) {
      throw new IllegalArgumentException("EngineChooser: no canaries; wants one or more to compare with");
    }
    Canaries judged = new Canaries(java, canaries, ROUNDS, tolerance);
    List<EngineReport> reports = new ArrayList<>();
    InferenceEngine chosen = null;
    for (EngineFactory candidate : candidates) {
      if (chosen != null) {
        reports.add(notTried(candidate.name(), chosen));
        continue;
      }
      EngineTrial trial = new EngineTrial(candidate, judged);
      reports.add(trial.await(deadline));
      chosen = trial.engine();
    }
    if (chosen != null) {
      reports.add(new EngineReport(java.name(), EngineReport.Outcome.NOT_TRIED, "it judged; " + chosen.name()
          + " is right and preferred", 0, judged.referenceMedianNanos()));
      return new EngineChoice(chosen, reports);
    }
    reports.add(new EngineReport(java.name(), EngineReport.Outcome.CHOSEN, candidates.isEmpty()
        ? "the only engine there is" : "no other engine passed", 0, judged.referenceMedianNanos()));
    return new EngineChoice(java, reports);
  }

  private static EngineReport notTried(String name, InferenceEngine chosen) {
    return new EngineReport(name, EngineReport.Outcome.NOT_TRIED, chosen.name() + " is right and preferred",
        Float.NaN, 0);
  }
}
