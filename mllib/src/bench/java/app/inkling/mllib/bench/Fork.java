package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Work;
import app.inkling.mllib.bench.work.Workload;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One measurement in a process of its own: the first steps from the shared weights, whose results show that
 * the work is the same and is done, then JMH. Arguments: class of the contender, workload, threads, seconds,
 * file for the {@link Measurement}.
 */
public final class Fork {
  /** Steps whose results are compared. */
  static final int CHECKED_STEPS = 48;
  private static final Path PROCESS_STATUS = Path.of("/proc/self/status");
  private static final String PEAK_MEMORY = "VmHWM:";
  private static final int WARM_UPS = 4;
  private static final int ITERATIONS = 20;

  private Fork() {}

  public static void main(String[] args) throws Exception {
    Workload workload = Workload.valueOf(args[1]);
    int threads = Integer.parseInt(args[2]);
    double seconds = Double.parseDouble(args[3]);
    float[] checked = new float[CHECKED_STEPS];
    long firstBatchMillis;
    try (Work work = WorkBenchmark.open(args[0], workload, threads)) {
      checked[0] = work.step();
      firstBatchMillis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
      for (int i = 1; i < CHECKED_STEPS; i++) {
        checked[i] = work.step();
      }
    }
    List<Double> scores = measure(args[0], workload, threads, seconds);
    new Measurement(checked, scores, firstBatchMillis, peakMegabytes()).write(Path.of(args[4]));
    // Some libraries leave threads behind.
    Runtime.getRuntime().halt(0);
  }

  private static List<Double> measure(String contender, Workload workload, int threads, double seconds)
      throws RunnerException {
    boolean latency = workload.kind() == Workload.Kind.ANSWER;
    Options options = new OptionsBuilder()
        .include(WorkBenchmark.class.getName() + (latency ? ".latency" : ".rate")).forks(0)
        .param("contender", contender).param("workload", workload.name())
        .param("threads", Integer.toString(threads))
        .warmupIterations(WARM_UPS).warmupTime(millis(seconds / WARM_UPS))
        .measurementIterations(ITERATIONS).measurementTime(millis(seconds / ITERATIONS))
        .shouldFailOnError(true).verbosity(VerboseMode.SILENT).build();
    Collection<RunResult> results = new Runner(options).run();
    List<Double> scores = new ArrayList<>();
    for (RunResult result : results) {
      for (var benchmark : result.getBenchmarkResults()) {
        for (IterationResult iteration : benchmark.getIterationResults()) {
          Result<?> primary = iteration.getPrimaryResult();
          scores.add(latency ? primary.getStatistics().getPercentile(50)
              : primary.getScore() * workload.itemsPerStep());
        }
      }
    }
    return scores;
  }

  private static TimeValue millis(double seconds) {
    return TimeValue.milliseconds(Math.round(seconds * 1000));
  }

  /** Most memory this process has had, or 0 where the system doesn't tell. */
  private static long peakMegabytes() throws IOException {
    if (Files.isReadable(PROCESS_STATUS)) {
      for (String line : Files.readAllLines(PROCESS_STATUS)) {
        if (line.startsWith(PEAK_MEMORY)) {
          return Long.parseLong(line.substring(PEAK_MEMORY.length()).replace("kB", "").trim()) / 1024;
        }
      }
    }
    return 0;
  }
}
