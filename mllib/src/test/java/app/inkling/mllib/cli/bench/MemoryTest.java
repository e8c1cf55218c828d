package app.inkling.mllib.cli.bench;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.kernel.Kernels;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** What the measured work wants of memory: next to nothing for a step, and little in all. */
public class MemoryTest {
  private static final long MOST_BYTES = 1024;
  private static final int WINDOWS = 3;

  @Test
  public void trainingAllocatesLessThanAKilobyteAStepOnceItRuns() {
    try (TrainingWork w1 = new TrainingWork(Networks.W1, 1, Kernels.PLAIN);
        TrainingWork w2 = new TrainingWork(Networks.W2, 1, Kernels.PLAIN);
        LanguageTrainingWork w3 = new LanguageTrainingWork(1, Kernels.PLAIN)) {
      requireFewBytes("W1", 50, w1::step);
      requireFewBytes("W2", 20, w2::step);
      requireFewBytes("W3", 2, w3::step);
    }
  }

  @Test
  public void oneAnswerAllocatesLessThanAKilobyteOnceItRuns() {
    requireFewBytes("W4.W1", 50, InferenceWork.images(Networks.W1, Kernels.PLAIN)::step);
    requireFewBytes("W4.W2", 50, InferenceWork.images(Networks.W2, Kernels.PLAIN)::step);
    requireFewBytes("W4.W3", 50, InferenceWork.words(Kernels.PLAIN)::step);
  }

  /** The best of a few windows: what the JVM or a garbage collection does at its own time isn't the step's. */
  private static void requireFewBytes(String what, int steps, Runnable step) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int window = 0; window <= WINDOWS; window++) {
      long before = threads.getThreadAllocatedBytes(self);
      for (int i = 0; i < steps; i++) {
        step.run();
      }
      least = Math.min(least, (threads.getThreadAllocatedBytes(self) - before) / steps);
    }
    assertTrue(what + ": " + least + " bytes a step, wants at most " + MOST_BYTES, least <= MOST_BYTES);
  }

  /** In a JVM of its own, whose heap the option limits: the tool's own command. */
  @Test
  public void aConvolutionalNetworkTrainsIn64Megabytes() throws IOException, InterruptedException {
    Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m", "-cp", System.getProperty("java.class.path"), "app.inkling.mllib.cli.Main", "bench",
        "--workload", "W2", "--kernels", "plain", "--seconds", "0.2").redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes());
    assertTrue(said, tool.waitFor(60, TimeUnit.SECONDS));
    assertEquals(said, 0, tool.exitValue());
    assertTrue(said, said.contains("W2.examples_per_second="));
  }
}
