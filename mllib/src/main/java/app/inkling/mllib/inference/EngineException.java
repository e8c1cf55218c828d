package app.inkling.mllib.inference;

import java.util.Locale;

/**
 * An engine could not be created, run or closed. After one from {@link Phase#RUN} the engine must be closed
 * and not used again; what it wrote to the outputs means nothing.
 */
public final class EngineException extends Exception {
  private static final long serialVersionUID = 1;

  public enum Phase { CREATE, RUN, CLOSE }

  private final String engine;
  private final Phase phase;
  private final boolean hung;

  /** @param reason what happened and what to do, in one sentence a user could be shown */
  public EngineException(String engine, Phase phase, String reason, Throwable cause) {
    this(engine, phase, reason, cause, false);
  }

  private EngineException(String engine, Phase phase, String reason, Throwable cause, boolean hung) {
    super(engine + " (" + phase.name().toLowerCase(Locale.ROOT) + "): " + reason, cause);
    this.engine = engine;
    this.phase = phase;
    this.hung = hung;
  }

  /** The engine did not come back before its deadline. */
  static EngineException hung(String engine, Phase phase, String reason) {
    return new EngineException(engine, phase, reason, null, true);
  }

  public String engine() {
    return engine;
  }

  public Phase phase() {
    return phase;
  }

  /** Whether it failed by not coming back before its deadline. */
  public boolean hung() {
    return hung;
  }
}
