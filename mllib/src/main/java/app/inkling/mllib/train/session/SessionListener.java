package app.inkling.mllib.train.session;

/**
 * Hears how a session goes, on its thread; what takes long here holds it up. After a resume the steps since
 * the last save come once more, with the same numbers: store them by round and step.
 */
public interface SessionListener {
  /** Hears nothing, and spares the session the measuring that only curves want. */
  SessionListener NONE = new SessionListener() {
    @Override
    public void onStep(SessionStep step) {}

    @Override
    public void onPoint(SessionPoint point) {}
  };

  /** After every update. */
  void onStep(SessionStep step);

  /**
   * A point of the curves: about a dozen times a round, its end included; one is left out where a session is
   * stopped.
   */
  void onPoint(SessionPoint point);
}
