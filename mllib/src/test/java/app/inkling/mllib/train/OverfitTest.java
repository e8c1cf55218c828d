package app.inkling.mllib.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import org.junit.Test;

public class OverfitTest {
  private static final int[] TEN = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

  /** Recorded on a JVM on x86-64; any other number, on any machine, means that the arithmetic has changed. */
  private static final double[] FIRST_LOSSES = {
      3.8802859783172607, 3.2728182077407837, 2.8487825989723206, 2.5795326232910156, 2.412573754787445,
      2.3090516328811646, 2.2396494150161743, 2.207703471183777, 2.188571572303772, 2.169010877609253};

  @Test
  public void learnsTenImagesOfNoiseByHeartAlongTheRecordedLosses() {
    SmallVision vision = new SmallVision(11);
    TrainerOptions options = TrainerOptions.DEFAULTS.withBatch(10, 5);
    try (Trainer trainer = new Trainer(vision.network.parameters(), vision, new Adam(),
        Schedule.constant(0.005f), options)) {
      double[] losses = new double[FIRST_LOSSES.length];
      for (int step = 0; step < losses.length; step++) {
        losses[step] = trainer.step(TEN).loss();
      }
      assertArrayEquals(FIRST_LOSSES, losses, 0);
      double last = 0;
      for (int step = 0; step < 300; step++) {
        last = trainer.step(TEN).loss();
      }
      assertTrue("loss after 310 steps is " + last, last < 0.01);
    }
  }
}
