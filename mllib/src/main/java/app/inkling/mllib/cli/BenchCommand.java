package app.inkling.mllib.cli;

import app.inkling.mllib.cli.bench.InferenceWork;
import app.inkling.mllib.cli.bench.LanguageTrainingWork;
import app.inkling.mllib.cli.bench.Networks;
import app.inkling.mllib.cli.bench.ProductWork;
import app.inkling.mllib.cli.bench.Stopwatch;
import app.inkling.mllib.cli.bench.TrainingWork;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.tflite.ExportException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast this library is on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Measures the library's speed on this machine, on made-up data: W1 trains a perceptron, "
        + "W2 a convolutional network, W3 a language model, W4 asks each about one example at a time, W5 "
        + "multiplies matrices. Four fifths of an image are paper, as in MNIST. Rates are those of the best "
        + "moment, latencies medians; start_ms lasts from the start of the process to the end of its first "
        + "training step, rss_mb is the most memory it has had. Other programs' work spoils the figures.", ""})
final class BenchCommand implements Callable<Integer> {
  private static final Path PROCESS_STATUS = Path.of("/proc/self/status");
  private static final String PEAK_MEMORY = "VmHWM:";

  @Option(names = "--workload", paramLabel = "NAME",
      description = "One of ${COMPLETION-CANDIDATES}; all of them without this option.")
  private Workload only;

  @Option(names = "--threads", paramLabel = "N", defaultValue = "1",
      description = "Threads that train (W1 to W3): 1, 2, 4, 8 or 16. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(names = "--kernels", paramLabel = "NAME",
      description = "Arithmetic to measure: ${COMPLETION-CANDIDATES}. Default: vector where it is on.")
  private KernelSets.Name wantedKernels;

  @Option(names = "--seconds", paramLabel = "S", defaultValue = "8",
      description = "For each figure. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(names = "--engines",
      description = "Compares the engines on every shipped model instead: a line for each engine and model. "
          + "Without --kernels, and where this JVM has the vector kernels off, another JVM with them does it.")
  private boolean engines;

  @Spec private CommandSpec spec;

  /** What can be measured. */
  enum Workload { W1, W2, W3, W4, W5 }

  @Override
  public Integer call() throws UsageException, IOException, EngineException, ExportException {
    if (threads < 1 || LanguageTrainingWork.BATCH % threads != 0) {
      throw new UsageException("bench: " + threads + " threads can't share batches of "
          + LanguageTrainingWork.BATCH + " evenly; wants 1, 2, 4, 8 or 16 for --threads");
    }
    if (!(seconds >= 0.01 && seconds <= 60)) {
      throw new UsageException("bench: wants 0.01 to 60 for --seconds, got " + seconds);
    }
    if (engines && wantedKernels == null && !KernelSets.moduleLoaded() && KernelSets.moduleThere()) {
      return VectorJvm.run(spec.commandLine().getOut(), "bench", "--engines", "--seconds",
          Double.toString(seconds));
    }
    Kernels kernels = kernels();
    if (engines) {
      new EnginesBench(spec.commandLine().getOut(), seconds).run(kernels);
      return 0;
    }
    long startMillis = firstBatchMillis(kernels);
    Figures figures = new Figures(spec.commandLine().getOut());
    Set<Workload> chosen = only == null ? EnumSet.allOf(Workload.class) : EnumSet.of(only);
    for (Workload workload : chosen) {
      System.gc(); // what the workload before left behind is not this one's memory
      measure(workload, kernels, new Stopwatch(seconds), figures);
    }
    figures.count("start_ms", startMillis);
    printMemory(figures);
    return 0;
  }

  private Kernels kernels() throws UsageException {
    if (wantedKernels != null) {
      return KernelSets.find(wantedKernels);
    }
    try {
      return KernelSets.find(KernelSets.Name.vector);
    } catch (UsageException off) {
      spec.commandLine().getErr().println(off.getMessage());
      return Kernels.PLAIN;
    }
  }

  /** Milliseconds from the start of this process to the end of its first training step, of W1. */
  private static long firstBatchMillis(Kernels kernels) {
    try (TrainingWork work = new TrainingWork(Networks.W1, 1, kernels)) {
      work.step();
      return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }
  }

  private void measure(Workload workload, Kernels kernels, Stopwatch stopwatch, Figures figures) {
    switch (workload) {
      case W1 -> train(Networks.W1, kernels, stopwatch, figures);
      case W2 -> train(Networks.W2, kernels, stopwatch, figures);
      case W3 -> trainLanguage(kernels, stopwatch, figures);
      case W4 -> {
        for (Networks network : Networks.values()) {
          answer(network.name(), InferenceWork.images(network, kernels), stopwatch, figures);
        }
        answer("W3", InferenceWork.words(kernels), stopwatch, figures);
      }
      case W5 -> {
        multiply("W5.512.gflops", new ProductWork(512, 512, 512, kernels), stopwatch, figures);
        multiply("W5.128x784x32.gflops", new ProductWork(128, 784, 32, kernels), stopwatch, figures);
      }
      default -> throw new AssertionError(workload);
    }
  }

  private void train(Networks network, Kernels kernels, Stopwatch stopwatch, Figures figures) {
    try (TrainingWork work = new TrainingWork(network, threads, kernels)) {
      figures.number(network + ".examples_per_second",
          TrainingWork.BATCH * stopwatch.bestRate(work::step), 0);
    }
  }

  private void trainLanguage(Kernels kernels, Stopwatch stopwatch, Figures figures) {
    try (LanguageTrainingWork work = new LanguageTrainingWork(threads, kernels)) {
      figures.number("W3.words_per_second",
          LanguageTrainingWork.BATCH * LanguageTrainingWork.STEPS * stopwatch.bestRate(work::step), 0);
    }
  }

  private static void answer(String name, InferenceWork work, Stopwatch stopwatch, Figures figures) {
    figures.number("W4." + name + ".p50_us", stopwatch.medianMicros(work::step), 2);
  }

  private static void multiply(String name, ProductWork work, Stopwatch stopwatch, Figures figures) {
    figures.number(name, work.operations() * stopwatch.bestRate(work::step) / 1e9, 2);
  }

  /** Most memory this process has had, where the system tells (Linux). */
  private static void printMemory(Figures figures) throws IOException {
    if (Files.isReadable(PROCESS_STATUS)) {
      for (String line : Files.readAllLines(PROCESS_STATUS)) {
        if (line.startsWith(PEAK_MEMORY)) {
          String kilobytes = line.substring(PEAK_MEMORY.length()).replace("kB", "").trim();
          figures.count("rss_mb", Math.round(Long.parseLong(kilobytes) / 1024.0));
        }
      }
    }
  }
}
