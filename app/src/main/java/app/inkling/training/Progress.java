package app.inkling.training;

/**
 * How far a session is.
 *
 * @param step updates made
 * @param steps updates of the whole session; 0 while it gets ready
 * @param secondsLeft estimate until it is finished, measuring included; -1 while nothing is known
 * @param stopping whether it was told to stop
 */
public record Progress(long step, long steps, int secondsLeft, boolean stopping) {
  /** Begun, but nothing is done yet. */
  static final Progress STARTING = new Progress(0, 0, -1, false);

  Progress told() {
    return new Progress(step, steps, secondsLeft, true);
  }
}
