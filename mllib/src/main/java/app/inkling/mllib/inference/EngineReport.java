package app.inkling.mllib.inference;

import java.util.Locale;

/**
 * What {@link EngineChooser} found out about one engine. Immutable, made to be stored and shown.
 *
 * @param engine the engine's stable name
 * @param reason one sentence: why it was chosen, put aside or not tried
 * @param largestDifference the largest absolute difference to the Java engine seen over all canaries; NaN
 *     when the engine never gave a number to compare
 * @param medianNanos median time of one run; 0 when the engine never finished one
 */
public record EngineReport(String engine, Outcome outcome, String reason, float largestDifference,
    long medianNanos) {
  /** How a trial ended. The names are stored: never rename one. */
  public enum Outcome {
    CHOSEN, NOT_TRIED, CREATE_FAILED, RUN_FAILED, WRONG_SIGNATURE, WRONG_NUMBERS, NOT_FINITE, TIMED_OUT;

    /** Whether the engine was tried and must not be used for this model. */
    public boolean rejected() {
      return this != CHOSEN && this != NOT_TRIED;
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "engine=%s outcome=%s max_difference=%s p50_us=%.1f reason=%s", engine,
        outcome.name().toLowerCase(Locale.ROOT), largestDifference, medianNanos / 1e3, reason);
  }
}
