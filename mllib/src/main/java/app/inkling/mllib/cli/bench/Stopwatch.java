package app.inkling.mllib.cli.bench;

import java.util.Arrays;

/** Times work that is done over and over, after a while of warming up. */
public final class Stopwatch {
  private static final double WARM_UP_SHARE = 0.4;
  /** Short enough that a busy machine leaves some of them alone. */
  private static final long WINDOW_NANOS = 10_000_000;
  private static final int MOST_STEPS_TIMED = 250_000;

  private final long nanos;

  /** @param seconds to spend on each measurement, at least 0.01 */
  public Stopwatch(double seconds) {
    if (!(seconds >= 0.01)) {
      throw new IllegalArgumentException("Stopwatch: " + seconds + " seconds; wants at least 0.01");
    }
    nanos = (long) (seconds * 1e9);
  }

  /** Steps per second in the best of many windows of 10 ms: what the work costs when left alone. */
  public double bestRate(Runnable step) {
    warmUp(step);
    double best = 0;
    long begin = System.nanoTime();
    while (best == 0 || System.nanoTime() - begin < nanos * (1 - WARM_UP_SHARE)) {
      best = Math.max(best, rate(step, WINDOW_NANOS));
    }
    return best;
  }

  /** Median time of one step in microseconds. */
  public double medianMicros(Runnable step) {
    warmUp(step);
    long[] times = new long[MOST_STEPS_TIMED];
    int count = 0;
    long begin = System.nanoTime();
    long before = begin;
    while (count < times.length && (count == 0 || before - begin < nanos * (1 - WARM_UP_SHARE))) {
      step.run();
      long now = System.nanoTime();
      times[count++] = now - before;
      before = now;
    }
    Arrays.sort(times, 0, count);
    return times[count / 2] / 1e3;
  }

  private void warmUp(Runnable step) {
    rate(step, (long) (nanos * WARM_UP_SHARE));
  }

  private static double rate(Runnable step, long nanos) {
    long begin = System.nanoTime();
    long now;
    int steps = 0;
    do {
      step.run();
      steps++;
      now = System.nanoTime();
    } while (now - begin < nanos);
    return steps * 1e9 / (now - begin);
  }
}
