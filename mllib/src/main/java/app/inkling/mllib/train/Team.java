package app.inkling.mllib.train;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A few threads that share out numbered tasks, the caller's among them. Which thread gets which task is left to chance, so
 * a task must not depend on it. Waiting threads look for work for a moment, then sleep: handing over is quick when work
 * comes often, and a busy phone keeps its cores.
 */
final class Team implements AutoCloseable {
  /** How often a thread looks before it sleeps: some 20 microseconds, half of what waking it costs. */
  private static final int LOOKS = 2000;

  private final Thread[] helpers;
  private final AtomicInteger nextTask = new AtomicInteger();
  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private IntConsumer work;
  private int tasks;
  private volatile int round;
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
    this.tasks = tasks;
    failure.set(null);
    unfinished.set(helpers.length);
    nextTask.set(0);
    round++;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
    takeTasks();
    for (int look = 0; unfinished.get() > 0; look++) {
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

  private void takeTasks() {
    try {
      for (int task = nextTask.getAndIncrement(); task < tasks; task = nextTask.getAndIncrement()) {
        work.accept(task);
      }
    } catch (RuntimeException | Error thrown) {
      failure.compareAndSet(null, thrown);
      nextTask.set(tasks);
    }
  }

  private void help() {
    int done = 0;
    while (!closed) {
      int look = 0;
      while (round == done && !closed) {
        if (++look > LOOKS) {
          LockSupport.park(this);
        }
      }
      if (!closed) {
        done++;
        takeTasks();
        unfinished.decrementAndGet();
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
