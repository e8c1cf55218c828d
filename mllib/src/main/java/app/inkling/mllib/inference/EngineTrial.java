package app.inkling.mllib.inference;

import app.inkling.mllib.inference.EngineReport.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One candidate's trial: created, run on the canaries, compared, measured; all within one deadline. */
final class EngineTrial {
  /**
   * Each canary is run this often: a wrong engine may be right the first time and differ when its buffers are
   * reused.
   */
  private static final int ROUNDS = 3;
  /** Room left for closing when all time is used up. */
  private static final long LEAST_MILLIS = 50;

  private final EngineFactory factory;
  private final Canaries canaries;
  private final long end;
  private final Duration deadline;
  private OwnThreadEngine engine;

  EngineTrial(EngineFactory factory, Canaries canaries, Duration deadline) {
    this.factory = factory;
    this.canaries = canaries;
    this.deadline = deadline;
    end = System.nanoTime() + deadline.toNanos();
  }

  /**
   * Tries the candidate.
   *
   * @param benchmarkNanos how long to measure it when it is right; 0 for not at all
   * @return a right engine's report says SLOWER: whether it is chosen others decide
   */
  EngineReport run(long benchmarkNanos) {
    EngineReport report;
    try {
      engine = OwnThreadEngine.create(factory, deadline);
      report = judge();
      if (!report.outcome().rejected() && benchmarkNanos > 0) {
        Latency latency = Latency.of(engine::run, canaries.inputs(), benchmarkNanos);
        report = new EngineReport(report.engine(), report.outcome(), report.reason(),
            report.largestDifference(), latency.medianNanos(), latency.p95Nanos());
      }
    } catch (EngineException e) {
      report = EngineReport.unmeasured(factory.name(), e.hung() ? Outcome.TIMED_OUT
          : e.phase() == EngineException.Phase.CREATE ? Outcome.CREATE_FAILED : Outcome.RUN_FAILED,
          e.getMessage());
    }
    if (report.outcome().rejected() && engine != null) {
      report = closed(report);
    }
    return report;
  }

  /** The engine after a trial that it passed, each of its runs limited to {@code longestRun}; else null. */
  OwnThreadEngine engine(Duration longestRun) {
    return engine == null ? null : engine.runWithin(longestRun);
  }

  private EngineReport judge() throws EngineException {
    Signature signature = engine.signature();
    if (!canaries.signature().equals(signature)) {
      return EngineReport.unmeasured(factory.name(), Outcome.WRONG_SIGNATURE,
          "wants " + canaries.signature() + ", has " + signature);
    }
    Bindings bindings = new Bindings(signature);
    List<Bindings> expected = canaries.expected();
    float largest = 0;
    for (int run = 0; run < ROUNDS * expected.size(); run++) {
      bindings.copyInputs(expected.get(run % expected.size()));
      engine.runWithin(left()).run(bindings);
      float difference = bindings.largestOutputDifference(expected.get(run % expected.size()));
      if (Float.isNaN(difference)) {
        return EngineReport.unmeasured(factory.name(), Outcome.NOT_FINITE,
            "gave a number that is not finite for canary " + (run + 1));
      }
      largest = Math.max(largest, difference);
    }
    if (largest > canaries.tolerance()) {
      return new EngineReport(factory.name(), Outcome.WRONG_NUMBERS, String.format(Locale.ROOT,
          "differs from the Java engine by up to %.3g, at most %.3g is allowed", largest,
          canaries.tolerance()), largest, 0, 0);
    }
    return new EngineReport(factory.name(), Outcome.SLOWER, String.format(Locale.ROOT,
        "agrees with the Java engine within %.3g", largest), largest, 0, 0);
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(LEAST_MILLIS * 1_000_000, end - System.nanoTime()));
  }

  private EngineReport closed(EngineReport report) {
    engine.runWithin(left()).close();
    String problem = engine.closingProblem();
    engine = null;
    return problem == null || report.outcome() == Outcome.TIMED_OUT ? report
        : report.with(report.outcome(), report.reason() + "; " + problem);
  }
}
