package app.inkling.common;

import androidx.annotation.Nullable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs work on inputs that arrive faster than it can keep up with: one input is worked on at a time, and of
 * those waiting only the latest is kept. The last input is always worked on. May be fed from any thread.
 */
public final class LatestWins<T> {
  private final Executor executor;
  private final Consumer<T> work;
  private final Object lock = new Object();

  @Nullable
  private T waiting;
  private boolean running;

  /** @param work called on {@code executor}, never twice at the same time; must not throw */
  public LatestWins(Executor executor, Consumer<T> work) {
    this.executor = executor;
    this.work = work;
  }

  public void submit(T input) {
    synchronized (lock) {
      waiting = input;
      if (running) {
        return;
      }
      running = true;
    }
    executor.execute(this::runOne);
  }

  private void runOne() {
    T input;
    synchronized (lock) {
      input = waiting;
      waiting = null;
    }
    try {
      work.accept(input);
    } finally {
      runNextIfAny();
    }
  }

  /** Queues anew rather than looping, so that other work on the executor gets its turn. */
  private void runNextIfAny() {
    synchronized (lock) {
      running = waiting != null;
      if (!running) {
        return;
      }
    }
    executor.execute(this::runOne);
  }
}
