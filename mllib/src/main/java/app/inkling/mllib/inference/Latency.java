package app.inkling.mllib.inference;

import java.util.Arrays;
import java.util.List;

/**
 * How long one run takes: a short benchmark, after as long a warm-up.
 *
 * @param medianNanos half of all runs stay below
 * @param p95Nanos 95 of 100 runs stay below
 */
public record Latency(long medianNanos, long p95Nanos) {
  private static final int MOST_RUNS = 20_000;

  /** One run of what is measured. */
  public interface Run {
    void run(Bindings bindings) throws EngineException;
  }

  /**
   * @param inputs run one after the other, over and over; their outputs are overwritten
   * @param nanos for the warm-up, and again for the measurement; each ends early after 20,000 runs, and
   *     neither before it went through {@code inputs} once
   */
  public static Latency of(Run engine, List<Bindings> inputs, long nanos) throws EngineException {
    measure(engine, inputs, nanos);
    long[] times = measure(engine, inputs, nanos);
    Arrays.sort(times);
    return new Latency(times[times.length / 2], times[(int) (0.95 * times.length)]);
  }

  private static long[] measure(Run engine, List<Bindings> inputs, long nanos) throws EngineException {
    long[] times = new long[MOST_RUNS];
    int runs = 0;
    long begin = System.nanoTime();
    long before = begin;
    while (runs < inputs.size() || runs < MOST_RUNS && before - begin < nanos) {
      engine.run(inputs.get(runs % inputs.size()));
      long now = System.nanoTime();
      times[runs++] = now - before;
      before = now;
    }
    return Arrays.copyOf(times, runs);
  }
}
