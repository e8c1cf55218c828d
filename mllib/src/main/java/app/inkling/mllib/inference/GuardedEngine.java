package app.inkling.mllib.inference;

import app.inkling.mllib.inference.EngineReport.Outcome;
import java.util.function.Consumer;

/**
 * What a feature runs its model on: the engine that was chosen, and our own Java engine the moment that one
 * fails, so that every run ends in the right answer. Begins with the Java engine, so that nobody waits for a
 * choice.
 *
 * <p>An engine that is right on the canaries may still be wrong later; so the first run, and then one in
 * {@value #AUDIT_EVERY}, is also done in Java and compared.
 *
 * <p>Serves one thread at a time, as every engine; {@link #use} may come from another.
 */
public final class GuardedEngine implements InferenceEngine {
  static final int AUDIT_EVERY = 256;

  private final InferenceEngine java;
  private final float tolerance;
  private final Consumer<EngineReport> failed;
  private final Bindings audit;
  private int runs;
  private volatile InferenceEngine current;
  /** Waits to become the current one; taken between two runs. */
  private InferenceEngine next;
  private boolean closed;

  /**
   * @param java the model's Java engine, for this object alone
   * @param tolerance largest absolute difference to the Java engine that still counts as right
   * @param failed told on the running thread why an engine was given up, before the Java engine's answer is
   *     returned; the report has no times
   */
  public GuardedEngine(InferenceEngine java, float tolerance, Consumer<EngineReport> failed) {
    this.java = java;
    this.tolerance = tolerance;
    this.failed = failed;
    this.audit = new Bindings(java.signature());
    this.current = java;
  }

  /** The name of the engine that the next run begins with. */
  @Override
  public String name() {
    return current.name();
  }

  @Override
  public Signature signature() {
    return java.signature();
  }

  /**
   * Takes over {@code engine}, which is from now on this object's to close, from the next run on; null for
   * the Java engine. The engine before is closed between two runs.
   */
  public void use(InferenceEngine engine) {
    InferenceEngine unused;
    synchronized (this) {
      unused = closed ? engine : next;
      next = closed ? null : engine == null ? java : engine;
    }
    if (unused != null && unused != java) {
      unused.close();
    }
  }

  /** Between two runs: closes the engine before and begins with the one last handed to {@link #use}. */
  private void changeIfWished() {
    InferenceEngine before = current;
    synchronized (this) {
      if (next == null) {
        return;
      }
      current = next;
      next = null;
    }
    runs = 0;
    if (before != current && before != java) {
      before.close();
    }
  }

  /** Never fails but with the Java engine itself. */
  @Override
  public void run(Bindings bindings) throws EngineException {
    changeIfWished();
    InferenceEngine engine = current;
    if (engine == java) {
      java.run(bindings);
      return;
    }
    try {
      engine.run(bindings);
      if (runs++ % AUDIT_EVERY == 0) {
        audit(bindings);
      } else if (!bindings.outputsAreFinite()) {
        giveUp(Outcome.NOT_FINITE, "gave a number that is not finite", Float.NaN, bindings);
      }
    } catch (EngineException e) {
      giveUp(e.hung() ? Outcome.TIMED_OUT : Outcome.RUN_FAILED, e.getMessage(), Float.NaN, bindings);
    }
  }

  @Override
  public void close() {
    InferenceEngine waiting;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting = next;
      next = null;
    }
    if (waiting != null) {
      waiting.close();
    }
    current.close();
  }

  private void audit(Bindings bindings) throws EngineException {
    audit.copyInputs(bindings);
    java.run(audit);
    float difference = bindings.largestOutputDifference(audit);
    if (!(difference <= tolerance)) {
      boolean finite = !Float.isNaN(difference);
      giveUp(finite ? Outcome.WRONG_NUMBERS : Outcome.NOT_FINITE, finite
          ? "differed from the Java engine by " + difference + " in use" : "gave a number that is not finite",
          difference, bindings);
    }
  }

  private void giveUp(Outcome outcome, String reason, float difference, Bindings bindings)
      throws EngineException {
    InferenceEngine bad = current;
    current = java;
    failed.accept(new EngineReport(bad.name(), outcome, reason, difference, 0, 0));
    bad.close();
    java.run(bindings);
  }
}
