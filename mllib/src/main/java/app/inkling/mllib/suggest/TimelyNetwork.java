package app.inkling.mllib.suggest;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The network on a thread of its own, asked with a deadline, so that no engine holds a key press up:
 * whoever asks gets the answer if it comes in time, and else nothing now and a call when it has come.
 *
 * <p>Of sentences asked for meanwhile only the latest is worked on. One thread asks.
 */
public final class TimelyNetwork implements NetworkWords {
  private final NetworkWords network;
  private final Executor thread;
  private final long patienceNanos;
  private final Runnable arrived;
  private final Consumer<RuntimeException> failed;
  /** All below is guarded by this object. */
  private int[] wanted;
  private int[] answered;
  private float[] answer;
  /** Whoever asked has gone without an answer and is to be called. */
  private boolean missed;
  private boolean working;

  /**
   * @param network used on {@code thread} alone
   * @param thread runs one piece of work at a time
   * @param patienceNanos how long {@link #after} waits for an answer
   * @param arrived called on {@code thread} when an answer has come that somebody gave up waiting for: ask
   *     again
   * @param failed called on {@code thread} when the network itself failed: there will be no answer to this
   *     question
   */
  public TimelyNetwork(NetworkWords network, Executor thread, long patienceNanos, Runnable arrived,
      Consumer<RuntimeException> failed) {
    this.network = network;
    this.thread = thread;
    this.patienceNanos = patienceNanos;
    this.arrived = arrived;
    this.failed = failed;
  }

  /** Waits once for each sentence; asked again before the answer is there, it has none at once. */
  @Override
  public synchronized float[] after(int[] before) {
    if (!Arrays.equals(before, answered)) {
      if (!Arrays.equals(before, wanted)) {
        wanted = before.clone();
        missed = false;
        work();
      }
      await();
    }
    return Arrays.equals(before, answered) ? answer : null;
  }

  private void await() {
    long end = System.nanoTime() + patienceNanos;
    try {
      while (!missed && !Arrays.equals(wanted, answered)) {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          missed = true;
        } else {
          wait(millis);
        }
      }
    } catch (InterruptedException e) {
      missed = true;
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    if (!working) {
      working = true;
      thread.execute(this::answer);
    }
  }

  private void answer() {
    int[] question;
    synchronized (this) {
      question = wanted;
      if (question == null) {
        working = false;
        return;
      }
    }
    float[] found = null;
    RuntimeException problem = null;
    try {
      float[] now = network.after(question);
      found = now == null ? null : now.clone();
    } catch (RuntimeException e) {
      problem = e;
    }
    boolean call;
    synchronized (this) {
      working = false;
      if (!Arrays.equals(question, wanted)) {
        work();
        return;
      }
      answered = question;
      answer = found;
      call = missed && found != null;
      notifyAll();
    }
    if (problem != null) {
      failed.accept(problem);
    } else if (call) {
      arrived.run();
    }
  }

  @Override
  public synchronized void clear() {
    wanted = null;
    answered = null;
    answer = null;
    thread.execute(network::clear);
  }
}
