package app.inkling.mllib.inference;

import app.inkling.mllib.inference.EngineReport.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Trusts no engine without proof. Each candidate is created and run on a canary batch, on a thread of its own
 * and against a deadline, and its numbers are compared with those of our own Java engine. Those that are
 * right are measured, the Java engine too, and the fastest is chosen.
 *
 * <p>Whatever a candidate does (throw, fail to link, answer NaN, hang) ends in an {@link EngineReport}, never
 * in the caller's thread. What a candidate does to the process (crash it) is for the caller to survive: a
 * {@link Watcher} hears of every trial before it begins.
 */
public final class EngineChooser {
  /** For the warm-up and the measurement of one engine, each. */
  private static final Duration BENCHMARK = Duration.ofMillis(60);
  /** A run that takes longer hangs: far more than a model of ours needs, no more than a user forgives. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(1);

  private final float tolerance;
  private final Duration deadline;
  private final Duration benchmark;
  private final Duration longestRun;

  /** Hears how a choice proceeds, on the thread that chooses. */
  public interface Watcher {
    /** An engine is about to be created. */
    void trying(String engine);

    /** A trial has ended. A report that says {@link Outcome#SLOWER} may become the choice in the end. */
    void tried(EngineReport report);

    /** Doesn't listen. */
    Watcher NONE = new Watcher() {
      @Override
      public void trying(String engine) { }

      @Override
      public void tried(EngineReport report) { }
    };
  }

  /**
   * @param tolerance largest absolute difference to the Java engine that still counts as right; 1e-4 suits
   *     probabilities of float32 models
   * @param deadline for creating one candidate and running all its canaries
   */
  public EngineChooser(float tolerance, Duration deadline) {
    this(tolerance, deadline, BENCHMARK, LONGEST_RUN);
  }

  /**
   * @param benchmark for the warm-up and the measurement of one engine, each
   * @param longestRun after which the chosen engine, in use, counts as hanging
   */
  public EngineChooser(float tolerance, Duration deadline, Duration benchmark, Duration longestRun) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("EngineChooser: tolerance is " + tolerance + "; wants 0 or more");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("EngineChooser: deadline is " + deadline
          + "; wants more than nothing");
    }
    this.tolerance = tolerance;
    this.deadline = deadline;
    this.benchmark = benchmark;
    this.longestRun = longestRun;
  }

  /** {@link #choose(InferenceEngine, List, List, String, Watcher)} without a wish and without a listener. */
  public EngineChoice choose(InferenceEngine java, List<EngineFactory> candidates, List<Bindings> canaries)
      throws EngineException {
    return choose(java, candidates, canaries, null, Watcher.NONE);
  }

  /**
   * Tries all candidates and chooses.
   *
   * @param java the Java engine, which judges and is the answer when no candidate is right; stays the
   *     caller's
   * @param candidates each is tried; of two equally fast the earlier is chosen
   * @param canaries bindings of the Java engine's signature with typical inputs filled in; at least one
   * @param wished name of the engine to choose if it is right, however slow; null for the fastest
   * @throws EngineException the Java engine itself failed or gave a number that is not finite
   */
  public EngineChoice choose(InferenceEngine java, List<EngineFactory> candidates, List<Bindings> canaries,
      String wished, Watcher watcher) throws EngineException {
    Canaries judged = new Canaries(java, canaries, tolerance);
    List<EngineReport> reports = new ArrayList<>();
    List<InferenceEngine> engines = new ArrayList<>();
    for (EngineFactory candidate : candidates) {
      watcher.trying(candidate.name());
      EngineTrial trial = new EngineTrial(candidate, judged, deadline);
      EngineReport report = trial.run(benchmark.toNanos());
      watcher.tried(report);
      reports.add(report);
      engines.add(trial.engine(longestRun));
    }
    Latency own = Latency.of(java::run, judged.inputs(), benchmark.toNanos());
    reports.add(new EngineReport(java.name(), Outcome.SLOWER, "it is the measure of all others", 0,
        own.medianNanos(), own.p95Nanos()));
    engines.add(java);
    List<EngineReport> decided = decide(reports, wished);
    InferenceEngine chosen = null;
    for (int i = 0; i < engines.size(); i++) {
      if (decided.get(i).outcome() == Outcome.CHOSEN) {
        chosen = engines.get(i);
      } else if (engines.get(i) != null && engines.get(i) != java) {
        engines.get(i).close();
      }
    }
    return new EngineChoice(chosen, decided);
  }

  /**
   * Tries one engine that was chosen before, without measuring it.
   *
   * @return the engine, to be closed by the caller, and one report; when it is no longer right, the Java
   *     engine and a report that says why
   */
  public EngineChoice confirm(InferenceEngine java, EngineFactory chosen, List<Bindings> canaries)
      throws EngineException {
    EngineTrial trial = new EngineTrial(chosen, new Canaries(java, canaries, tolerance), deadline);
    EngineReport report = trial.run(0);
    return report.outcome().rejected() ? new EngineChoice(java, List.of(report))
        : new EngineChoice(trial.engine(longestRun), List.of(report.with(Outcome.CHOSEN, report.reason())));
  }

  /**
   * Decides between engines by what is known of them: the wished one if it is right, else the fastest that
   * is.
   *
   * @param known reports on all engines, at least one of which was not rejected
   * @param wished name of an engine, or null
   * @return the reports with the outcomes CHOSEN for one and SLOWER for the others that are right
   */
  public static List<EngineReport> decide(List<EngineReport> known, String wished) {
    int right = 0;
    EngineReport best = null;
    for (EngineReport report : known) {
      if (!report.outcome().rejected()) {
        right++;
        best = best == null || cost(report, wished) < cost(best, wished) ? report : best;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("EngineChooser: none of these engines is right: " + known);
    }
    boolean granted = best.engine().equals(wished);
    String why = granted ? "you chose it, and it is right" : known.size() == 1 ? "the only engine there is"
        : right == 1 ? "no other engine passed" : "the fastest that is right";
    String whyNot = best.engine() + (granted ? " was wished for" : " is faster");
    List<EngineReport> decided = new ArrayList<>();
    for (EngineReport report : known) {
      decided.add(report == best ? report.with(Outcome.CHOSEN, why)
          : report.outcome().rejected() ? report : report.with(Outcome.SLOWER, whyNot));
    }
    return decided;
  }

  /** Nothing is better than what was wished for. */
  private static long cost(EngineReport right, String wished) {
    return right.engine().equals(wished) ? -1 : right.medianNanos();
  }
}
