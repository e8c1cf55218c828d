package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import androidx.work.Constraints;
import androidx.work.WorkInfo;
import androidx.work.WorkManager;
import androidx.work.testing.WorkManagerTestInitHelper;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.SessionRow;
import app.inkling.engines.DigitVersion;
import app.inkling.mllib.train.session.Depth;
import app.inkling.screens.App;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** Sessions in the app: cut short and gone on with, forgotten drawings, damaged files, the system's terms. */
@RunWith(AndroidJUnit4.class)
public final class TrainingsTest {
  @Rule
  public final App app = new App();

  private final TrainingsFixture sessions = new TrainingsFixture(app);

  @Test
  public void goesOnWhereTheSystemCutItShort() throws Exception {
    app.teachSevens(12);
    int[] looks = new int[1];
    assertEquals(Trainings.Ending.INTERRUPTED, sessions.run(Trainings.IDLE, () -> looks[0]++ > 150));
    SessionRow paused = sessions.learning().session();
    assertEquals(SessionRow.State.RUNNING.name(), paused.state);
    assertEquals(Trainings.Ending.DONE, sessions.run(Trainings.IDLE, () -> false));
    SessionRow ended = sessions.learning().session();
    assertEquals(paused.id, ended.id);
    assertEquals(SessionRow.State.ACCEPTED.name(), ended.state);
    assertEquals(ended.result, sessions.learning().active().id);
    assertTrue(sessions.learning().steps().size() >= 12);
  }

  @Test
  public void forgetsADeletedDrawingForGood() throws Exception {
    app.teachSevens(14);
    sessions.run(Trainings.HAND, () -> false);
    String before = sessions.learning().active().id;
    String drawing = sessions.background(() -> app.container().sessions().uses(before)).stream()
        .filter(use -> !use.heldOut).findFirst().get().sample;
    app.container().drawings().remove(drawing, removed -> { });
    app.settle();
    assertEquals(1, sessions.learning().gone());
    sessions.run(Trainings.REBUILD, () -> false);
    assertEquals(0, sessions.learning().gone());
    assertEquals(Trainings.REBUILD, sessions.learning().session().origin);
    assertEquals(SessionRow.State.ACCEPTED.name(), sessions.learning().session().state);
    assertNotEquals(before, sessions.learning().active().id);
    List<ModelVersionRow> left = sessions.background(
        () -> app.container().modelVersions().all(ModelVersionRow.DIGITS));
    assertFalse(left.stream().anyMatch(version -> version.id.equals(before)));
    assertEquals(List.of(), sessions.background(() -> app.container().sessions().taughtBy(drawing)));
  }

  @Test
  public void readsWithTheLastGoodVersionWhenAFileIsDamaged() throws Exception {
    app.teachSevens(12);
    sessions.run(Trainings.HAND, () -> false);
    app.settle();
    ModelVersionRow learned = sessions.learning().active();
    Path file = TrainingsFixture.models().resolve(learned.sha256 + ".inkling");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    DigitVersion now = sessions.background(() -> app.container().digitsInUse().load());
    assertEquals(learned.parent, now.id());
    app.settle();
    assertEquals(learned.id, app.container().digitsInUse().damage().getValue());
    assertEquals(learned.parent, sessions.learning().active().id);
  }

  @Test
  public void saysThatTheDiskIsFullAndLosesNothing() throws Exception {
    app.teachSevens(12);
    Path models = TrainingsFixture.models();
    Files.createDirectories(models);
    sessions.run(Trainings.HAND, () -> false);
    String active = sessions.learning().active().id;
    // A folder where the session's file should be: every write to it fails, as on a full disk.
    for (int slot = 0; slot < 2; slot++) {
      Files.createDirectories(models.resolve("digits-" + slot + ".session.tmp"));
    }
    sessions.run(Trainings.HAND, () -> false);
    app.settle();
    assertTrue(sessions.trainings().fault().getValue() != null);
    assertEquals(active, sessions.learning().active().id);
  }

  @Test
  public void endsASessionThatNeedsMoreMemoryThanThereIsAndDoesNotBeginItAgain() throws Exception {
    app.teachSevens(12);
    int[] looks = new int[1];
    sessions.run(Trainings.HAND, () -> {
      if (looks[0]++ > 150) {
        throw new OutOfMemoryError("Java heap space");
      }
      return false;
    });
    app.settle();
    SessionRow failed = sessions.learning().session();
    assertEquals(SessionRow.State.FAILED.name(), failed.state);
    assertTrue(failed.outcome, failed.outcome.contains("too little for this session"));
    assertEquals(failed.outcome, sessions.trainings().fault().getValue());
    sessions.run(Trainings.HAND, () -> false);
    SessionRow next = sessions.learning().session();
    assertNotEquals(failed.id, next.id);
    assertEquals(SessionRow.State.ACCEPTED.name(), next.state);
  }

  @Test
  public void learnsByItselfOnlyWhenThePhoneHasNothingElseToDo() throws Exception {
    TrainingSchedule schedule = new TrainingSchedule(ApplicationProvider.getApplicationContext());
    schedule.whenIdle("digits", Depth.QUICK);
    WorkManager work = WorkManager.getInstance(ApplicationProvider.getApplicationContext());
    WorkInfo info = work.getWorkInfosForUniqueWork(TrainingSchedule.idleName("digits")).get().get(0);
    Constraints constraints = info.getConstraints();
    assertTrue(constraints.requiresCharging());
    assertTrue(constraints.requiresDeviceIdle());
    assertTrue(constraints.requiresBatteryNotLow());
    assertEquals(WorkInfo.State.ENQUEUED, info.getState());
    app.teachSevens(12);
    WorkManagerTestInitHelper.getTestDriver(ApplicationProvider.getApplicationContext())
        .setAllConstraintsMet(info.getId());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (sessions.learning().session() == null || sessions.learning().session().ended == null) {
      assertTrue("no session came", System.nanoTime() < deadline);
    }
    assertEquals(Trainings.IDLE, sessions.learning().session().origin);
    schedule.neverWhenIdle("digits");
    assertEquals(WorkInfo.State.CANCELLED,
        work.getWorkInfosForUniqueWork(TrainingSchedule.idleName("digits")).get().get(0).getState());
  }
}
