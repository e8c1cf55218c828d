package app.inkling.mllib.train;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * When a training stops: after so many updates in all, after so much time in this run, or when asked to.
 * Looked at between updates.
 *
 * @param steps updates in all, those before a resume included
 * @param time of this run
 * @param cancelled true once the training should stop; may be set from any thread
 */
public record Budget(long steps, Duration time, BooleanSupplier cancelled) {
  /** So many updates in all, however long they take. */
  public static Budget ofSteps(long steps) {
    return new Budget(steps, Duration.ofNanos(Long.MAX_VALUE), () -> false);
  }

  public Budget withTime(Duration time) {
    return new Budget(steps, time, cancelled);
  }

  public Budget withCancel(BooleanSupplier cancelled) {
    return new Budget(steps, time, cancelled);
  }
}
