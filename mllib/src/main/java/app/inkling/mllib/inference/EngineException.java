package app.inkling.mllib.inference;

/**
 * An engine could not be created, run or closed. After one from {@link Phase#RUN} the engine must be closed
 * and not used again; what it wrote to the outputs means nothing.
 */
public final class EngineException extends Exception {
  private static final long serialVersionUID = 1;

  public enum Phase { CREATE, RUN, CLOSE }

  private final String engine;
  private final Phase phase;

  /** @param reason what happened and what to do, in one sentence a user could be shown */
  public EngineException(String engine, Phase phase, String reason, Throwable cause) {
    super(engine + " (" + phase.name().toLowerCase(java.util.Locale.ROOT) + "): " + reason, cause);
    this.engine = engine;
    this.phase = phase;
  }

  public String engine() {
    return engine;
  }

  public Phase phase() {
    return phase;
  }
}
