package app.inkling.mllib.train;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A few threads that share out numbered tasks, the caller's among them. Which thread gets which task is left
 * to chance, so a task must not depend on it. The caller waits for tasks that were taken, not for threads
 * that slept through them: on a busy machine it does them all itself. Waiting threads look for work for a
 * moment, then sleep: handing over is quick when work comes often, and a busy phone keeps its cores.
 */
final class Team implements AutoCloseable {
  /** How often a thread looks before it sleeps: some 20 microseconds, half of what waking it costs. */
  private static final int LOOKS = 2000;

  private final Thread[] helpers;
  /** Number of tasks in the upper half, the next one to take in the lower. */
  private final AtomicLong open = new AtomicLong();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private IntConsumer work;
  private volatile boolean closed;

  /** @param threads at least 1, the caller's included */
  Team(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("Team: " + threads + " threads; wants at least 1");
    }
    helpers = new Thread[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Thread(this::help, "inkling-train-" + (i + 1));
      helpers[i].setDaemon(true);
      helpers[i].start();
    }
  }

  /** Does tasks 0 to {@code tasks} - 1, in any order and on any thread; returns when all are done. */
  void run(int tasks, IntConsumer work) {
    this.work = work;
    failure.set(null);
    done.set(0);
    open.set((long) tasks << Integer.SIZE);
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
    takeTasks();
    for (int look = 0; done.get() < tasks; look++) {
      if (look > LOOKS) {
        LockSupport.parkNanos(50_000);
      }
    }
    Throwable failed = failure.get();
    if (failed instanceof RuntimeException exception) {
      throw exception;
    }
    if (failed instanceof Error error) {
      throw error;
    }
  }

  private static boolean isAnyLeft(long open) {
    return (int) open < open >>> Integer.SIZE;
  }

  /** Until all are taken. Whoever has taken one keeps the caller from beginning another round. */
  private void takeTasks() {
    for (long seen = open.get(); isAnyLeft(seen); seen = open.get()) {
      if (open.compareAndSet(seen, seen + 1)) {
        try {
          if (failure.get() == null) {
            work.accept((int) seen);
          }
        } catch (RuntimeException | Error thrown) {
          failure.compareAndSet(null, thrown);
        }
        done.incrementAndGet();
      }
    }
  }

  private void help() {
    int look = 0;
    while (!closed) {
      if (isAnyLeft(open.get())) {
        takeTasks();
        look = 0;
      } else if (++look > LOOKS) {
        LockSupport.park(this);
      }
    }
  }

  /** Lets the threads end. */
  @Override
  public void close() {
    closed = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }
}
