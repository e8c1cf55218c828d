package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import androidx.work.WorkInfo;
import androidx.work.WorkManager;
import app.inkling.AppContainer;
import app.inkling.InklingApplication;
import app.inkling.data.Learning;
import app.inkling.data.SessionRow;
import app.inkling.mllib.train.session.Depth;
import app.inkling.screens.App;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/**
 * The process dies in the middle of a session. The next one is a new container, with its own executors,
 * database and sessions, on the same files; WorkManager calls the worker in it.
 */
@RunWith(AndroidJUnit4.class)
public final class ProcessDeathTest {
  @Rule
  public final App app = new App();

  private final TrainingsFixture sessions = new TrainingsFixture(app);

  /** Nothing that the code could catch and answer: the process is simply no more. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  @Test
  public void theNextProcessEndsTheSessionInTheSameBytes() throws Exception {
    app.teachSevens(12);
    sessions.run(Trainings.HAND, () -> false);
    Learning uninterrupted = sessions.learning();
    sessions.trainings().use(uninterrupted.session().base);
    app.settle();
    AppContainer dead = app.container();
    for (int life : new int[] {60, 200, 150}) {
      int[] looks = new int[1];
      FutureTask<Trainings.Ending> session = sessions.begin(Depth.QUICK, Trainings.HAND, () -> {
        if (looks[0]++ == life) {
          throw new Death();
        }
        return false;
      });
      ExecutionException end =
          assertThrows(ExecutionException.class, () -> session.get(120, TimeUnit.SECONDS));
      assertTrue(String.valueOf(end.getCause()), end.getCause() instanceof Death);
    }
    SessionRow cut = sessions.learning().session();
    assertEquals(SessionRow.State.RUNNING.name(), cut.state);

    startAnew();
    assertFalse("it should be another container", dead == app.container());
    app.settleTraining();
    awaitWork();
    Learning now = sessions.learning();
    assertEquals(cut.id, now.session().id);
    assertEquals(SessionRow.State.ACCEPTED.name(), now.session().state);
    assertEquals(uninterrupted.active().sha256, now.active().sha256);
    assertEquals("its curves are whole", uninterrupted.steps().size(), now.steps().size());
    assertEquals(uninterrupted.steps().get(uninterrupted.steps().size() - 1).loss,
        now.steps().get(now.steps().size() - 1).loss);
  }

  /**
   * Starts the application as Android does. What the dead process had is left alone, as nobody could end it.
   */
  private void startAnew() {
    ((InklingApplication) ApplicationProvider.getApplicationContext()).onCreate();
    assertNotNull(app.container());
  }

  /** Until the worker that the start enqueued has said that it is done. */
  private void awaitWork() throws Exception {
    WorkManager work = WorkManager.getInstance(ApplicationProvider.getApplicationContext());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    WorkInfo.State state = null;
    while (state != WorkInfo.State.SUCCEEDED) {
      assertTrue("the worker stands at " + state, System.nanoTime() < deadline);
      app.settleTraining();
      state = work.getWorkInfosForUniqueWork(TrainingSchedule.nowName("digits")).get().stream()
          .map(WorkInfo::getState).findFirst().orElse(null);
    }
  }
}
