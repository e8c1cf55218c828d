package app.inkling.mllib.inference;

import app.inkling.mllib.inference.EngineException.Phase;
import java.time.Duration;

/**
 * An engine on a thread of its own: created, run and closed there and nowhere else, as GPU runtimes want, and
 * with a deadline for each, so that whoever asks is never held longer.
 *
 * <p>An engine that doesn't come back is left behind: its thread is a daemon, closes the engine should it
 * ever return, and works on arrays of its own, so that a late answer can't spoil the caller's. Costs a caller
 * two changes of thread and the copies; runs allocate nothing.
 */
public final class OwnThreadEngine implements InferenceEngine {
  private final EngineFactory factory;
  private final Object lock = new Object();
  private final Thread thread;

  /** How long a caller of {@link #run} waits; belongs to the caller's thread. */
  private Duration runDeadline;

  // What follows is guarded by lock.
  /** The engine's own arrays: written by the caller before a run is asked for and read after its end. */
  private Bindings own;
  private boolean runWanted;
  private boolean closeWanted;
  /** Whether nothing is going on: creation or the last run has ended. */
  private boolean idle;
  private Throwable failure;

  private OwnThreadEngine(EngineFactory factory) {
    this.factory = factory;
    thread = new Thread(this::live, "engine-" + factory.name());
    thread.setDaemon(true);
  }

  /**
   * Creates an engine; waits for it no longer than {@code deadline}.
   *
   * @param deadline for the creation; {@link #runWithin} sets another one for runs
   * @throws EngineException it could not be created, or hung; it closes itself if it comes back
   */
  public static OwnThreadEngine create(EngineFactory factory, Duration deadline) throws EngineException {
    OwnThreadEngine created = new OwnThreadEngine(factory);
    created.runDeadline = deadline;
    created.thread.start();
    synchronized (created.lock) {
      created.awaitEnd(Phase.CREATE, "being created", deadline);
    }
    return created;
  }

  /** How long the next runs may take; a run that takes longer fails with {@link EngineException#hung()}. */
  public OwnThreadEngine runWithin(Duration deadline) {
    runDeadline = deadline;
    return this;
  }

  @Override
  public String name() {
    return factory.name();
  }

  @Override
  public Signature signature() {
    synchronized (lock) {
      return own.signature();
    }
  }

  /** An output that the engine did not write is NaN, or the least integer. */
  @Override
  public void run(Bindings bindings) throws EngineException {
    synchronized (lock) {
      if (closeWanted) {
        throw new EngineException(name(), Phase.RUN, "the engine is closed", null);
      }
      own.copyInputs(bindings);
      own.poisonOutputs();
      runWanted = true;
      idle = false;
      lock.notifyAll();
      awaitEnd(Phase.RUN, "running", runDeadline);
      bindings.copyOutputs(own);
    }
  }

  /** Waits for the engine to close, no longer than for a run; does not throw what closing throws. */
  @Override
  public void close() {
    synchronized (lock) {
      if (!closeWanted) {
        closeWanted = true;
        idle = false;
        lock.notifyAll();
        if (!awaitIdle(runDeadline)) {
          thread.interrupt();
        }
      }
    }
  }

  /** What closing threw, or that it still hasn't ended; null when it went well. */
  String closingProblem() {
    synchronized (lock) {
      return !idle ? "closing it hung" : failure == null ? null : "closing it failed: " + failure;
    }
  }

  /** Called with the lock held: waits for the end of what was begun, and lets go of an engine that hangs. */
  private void awaitEnd(Phase phase, String doing, Duration deadline) throws EngineException {
    if (!awaitIdle(deadline)) {
      closeWanted = true;
      thread.interrupt();
      throw EngineException.hung(name(), phase, "hung while " + doing + ", for which it had "
          + deadline.toMillis() + " ms");
    }
    if (failure != null) {
      Throwable why = failure;
      failure = null;
      throw why instanceof EngineException known ? known
          : new EngineException(name(), phase, why.toString(), why);
    }
  }

  /**
   * Called with the lock held. An interrupt does not shorten the wait, which is bounded anyway; the caller
   * finds it afterwards.
   */
  private boolean awaitIdle(Duration deadline) {
    long end = System.nanoTime() + deadline.toNanos();
    boolean interrupted = false;
    while (!idle) {
      long millis = (end - System.nanoTime() + 999_999) / 1_000_000;
      if (millis <= 0) {
        break;
      }
      try {
        lock.wait(millis);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return idle;
  }

  /** The thread's life. A native library's LinkageError is as ordinary here as an exception. */
  private void live() {
    InferenceEngine made = null;
    Throwable why = null;
    try {
      made = factory.create();
      if (made == null) {
        why = new EngineException(name(), Phase.CREATE, "its factory gave no engine", null);
      }
    } catch (Throwable e) {
      why = e;
    }
    synchronized (lock) {
      failure = why;
      if (made != null) {
        own = new Bindings(made.signature());
      }
      rest();
    }
    while (made != null && awaitRun(made)) {
      why = null;
      try {
        made.run(own);
      } catch (Throwable e) {
        why = e;
      }
      synchronized (lock) {
        failure = why;
        rest();
      }
    }
  }

  /** Waits until there is a run to do; closes the engine and says false when it is to be closed. */
  private boolean awaitRun(InferenceEngine engine) {
    synchronized (lock) {
      while (!runWanted && !closeWanted) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          // comes only with the wish to close
        }
      }
      runWanted = false;
      if (!closeWanted) {
        return true;
      }
    }
    Throwable why = null;
    try {
      engine.close();
    } catch (Throwable e) {
      why = e;
    }
    synchronized (lock) {
      failure = why;
      rest();
    }
    return false;
  }

  /** Called with the lock held. */
  private void rest() {
    idle = true;
    lock.notifyAll();
  }
}
