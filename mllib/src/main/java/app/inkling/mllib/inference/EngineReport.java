package app.inkling.mllib.inference;

import java.util.Locale;

/**
 * What {@link EngineChooser} found out about one engine. Immutable, made to be stored and shown.
 *
 * @param engine the engine's stable name
 * @param reason one sentence: why it was chosen, put aside or not tried
 * @param largestDifference the largest absolute difference to the Java engine seen over all canaries; NaN
 *     when the engine never gave a number to compare
 * @param medianNanos median time of one run; 0 when the engine was not measured
 * @param p95Nanos time that 95 of 100 runs stay below; 0 when the engine was not measured
 */
public record EngineReport(String engine, Outcome outcome, String reason, float largestDifference,
    long medianNanos, long p95Nanos) {
  /** How a trial ended. The names are stored: never rename one. */
  public enum Outcome {
    CHOSEN,
    /** Right, but another one is faster or was wished for. */
    SLOWER,
    CREATE_FAILED, RUN_FAILED, WRONG_SIGNATURE, WRONG_NUMBERS, NOT_FINITE, TIMED_OUT,
    /** Took the process down with it: for whoever keeps reports across processes to find out. */
    CRASHED;

    /** Whether the engine was tried and must not be used for this model. */
    public boolean rejected() {
      return this != CHOSEN && this != SLOWER;
    }
  }

  /** The same figures under another outcome. */
  public EngineReport with(Outcome other, String otherReason) {
    return new EngineReport(engine, other, otherReason, largestDifference, medianNanos, p95Nanos);
  }

  /** An engine that gave nothing to measure. */
  static EngineReport unmeasured(String engine, Outcome outcome, String reason) {
    return new EngineReport(engine, outcome, reason, Float.NaN, 0, 0);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT,
        "engine=%s outcome=%s max_difference=%s p50_us=%.1f p95_us=%.1f reason=%s", engine,
        outcome.name().toLowerCase(Locale.ROOT), largestDifference, medianNanos / 1e3, p95Nanos / 1e3,
        reason);
  }
}
