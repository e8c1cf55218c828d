package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.data.StoredDrawing;
import app.inkling.engines.Reading;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.train.session.Depth;
import app.inkling.screens.App;
import app.inkling.testing.Waiting;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.shadows.ShadowLooper;

/** A session leaves drawing alone, and a stop leaves the session within a second. */
@RunWith(AndroidJUnit4.class)
public final class DrawingWhileLearningTest {
  private static final Drawing FOUR = Glyphs.digit(4, 0).drawing();
  private static final double MOST_MILLIS = 50;
  private static final int STRETCHES = 6;
  private static final int GUESSES = 40;

  @Rule
  public final App app = new App();

  private final TrainingsFixture sessions = new TrainingsFixture(app);

  /** The proof by structure: a session that does not move at all holds nothing that drawing needs. */
  @Test
  public void readsStoresAndNamesWhileASessionStandsStill() throws Exception {
    app.teachSevens(12);
    CountDownLatch stands = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    int[] looks = new int[1];
    FutureTask<Trainings.Ending> session = sessions.begin(Depth.QUICK, Trainings.HAND, () -> {
      if (looks[0]++ == 100) {
        stands.countDown();
        TrainingsFixture.await(goOn);
      }
      return false;
    });
    TrainingsFixture.await(stands);
    assertEquals(4, read().guess().digit());
    String id = new UUID(0, 4).toString();
    app.container().drawings().putInk(id, FOUR, null, 1);
    app.container().drawings().correct(id, 4);
    List<StoredDrawing> stored = Waiting.value(
        app.container().drawings().newest(100), app.container().executors()).value();
    assertEquals(13, stored.size());
    assertTrue(stored.stream().anyMatch(drawing -> drawing.id().equals(id) && drawing.correction() == 4));
    assertTrue("the curves are there meanwhile", sessions.learning().steps().size() > 0);
    assertFalse(session.isDone());
    goOn.countDown();
    assertEquals(Trainings.Ending.DONE, session.get(120, TimeUnit.SECONDS));
  }

  /**
   * The proof by the clock. Of several stretches the best counts: whatever else the machine does makes
   * guesses late now and then, a session that is in their way would do so always.
   */
  @Test
  public void guessesComeInTimeWhileASessionRuns() throws Exception {
    app.teachSevens(40);
    p95(); // the first readings load and compile
    FutureTask<Trainings.Ending> session = sessions.begin(Depth.FULL, Trainings.HAND, () -> false);
    while (sessions.learning().steps().isEmpty()) {
      assertFalse("the session ended before it could be in the way", session.isDone());
    }
    double best = Double.POSITIVE_INFINITY;
    for (int stretch = 0; stretch < STRETCHES; stretch++) {
      best = Math.min(best, p95());
    }
    assertFalse("the session was over before the guesses were", session.isDone());
    sessions.trainings().stop();
    session.get(120, TimeUnit.SECONDS);
    assertTrue("p95 " + best + " ms", best < MOST_MILLIS);
  }

  @Test
  public void stopsWithinASecondAtAnyMoment() throws Exception {
    app.teachSevens(40);
    for (Depth depth : Depth.values()) {
      for (int moment : new int[] {0, 1, 40, 333}) {
        CountDownLatch there = new CountDownLatch(1);
        int[] looks = new int[1];
        FutureTask<Trainings.Ending> session = sessions.begin(depth, Trainings.HAND, () -> {
          if (looks[0]++ == moment) {
            there.countDown();
          }
          return false;
        });
        TrainingsFixture.await(there);
        long start = System.nanoTime();
        sessions.trainings().stop();
        assertEquals(Trainings.Ending.DONE, session.get(60, TimeUnit.SECONDS));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(depth + ", look " + moment + ": " + seconds + " s", seconds < 1);
        app.settle();
        assertEquals("CANCELLED", sessions.learning().session().state);
      }
    }
  }

  /** Milliseconds from handing a drawing in to the guess on the main thread, of which 95 % stay below. */
  private double p95() throws InterruptedException {
    double[] millis = new double[GUESSES];
    for (int i = 0; i < GUESSES; i++) {
      long start = System.nanoTime();
      assertEquals(4, read().guess().digit());
      millis[i] = (System.nanoTime() - start) / 1e6;
      Thread.sleep(4);
    }
    Arrays.sort(millis);
    return millis[GUESSES * 95 / 100];
  }

  private Reading read() throws InterruptedException {
    AtomicReference<Reading> reading = new AtomicReference<>();
    app.container().recognizer().read(FOUR, reading::set);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (reading.get() == null) {
      assertTrue("no guess came", System.nanoTime() < deadline);
      ShadowLooper.idleMainLooper();
      Thread.sleep(0, 200_000);
    }
    return reading.get();
  }
}
