package app.inkling.mllib.train;

import static org.junit.Assert.assertTrue;

import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.Test;

public class AllocationTest {
  private static final int STEPS = 50;
  private static final long MOST_BYTES = 1024;

  @Test
  public void aStepAllocatesLessThanAKilobyteOnceItRuns() {
    SmallVision vision = new SmallVision(1);
    int[] batch = new int[32];
    for (int i = 0; i < batch.length; i++) {
      batch[i] = i;
    }
    TrainerOptions options = TrainerOptions.DEFAULTS.withBatch(32, 16).withClipNorm(1).withAverage(0.99f);
    try (Trainer trainer = new Trainer(vision.network.parameters(), vision, new Adam(),
        Schedule.constant(0.01f), options)) {
      for (int step = 0; step < STEPS; step++) {
        trainer.step(batch);
      }
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long self = Thread.currentThread().getId();
      long before = threads.getThreadAllocatedBytes(self);
      for (int step = 0; step < STEPS; step++) {
        trainer.step(batch);
      }
      long each = (threads.getThreadAllocatedBytes(self) - before) / STEPS;
      assertTrue(each + " bytes a step, wants at most " + MOST_BYTES, each <= MOST_BYTES);
    }
  }
}
