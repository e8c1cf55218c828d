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
import app.inkling.common.Outcome;
import app.inkling.data.Learning;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.SessionRow;
import app.inkling.engines.DigitVersion;
import app.inkling.mllib.train.session.Depth;
import app.inkling.screens.App;
import app.inkling.testing.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** Sessions in the app: cut short and gone on with, forgotten drawings, damaged files, the system's terms. */
@RunWith(AndroidJUnit4.class)
public final class TrainingsTest {
  @Rule
  public final App app = new App();

  private Trainings trainings() {
    return app.container().digitTrainings();
  }

  @Test
  public void goesOnWhereTheSystemCutItShort() throws Exception {
    app.teachSevens(12);
    int[] looks = new int[1];
    assertEquals(Trainings.Ending.INTERRUPTED, run(Trainings.IDLE, () -> looks[0]++ > 150));
    SessionRow paused = learning().session();
    assertEquals(SessionRow.State.RUNNING.name(), paused.state);
    assertEquals(Trainings.Ending.DONE, run(Trainings.IDLE, () -> false));
    SessionRow ended = learning().session();
    assertEquals(paused.id, ended.id);
    assertEquals(SessionRow.State.ACCEPTED.name(), ended.state);
    assertEquals(ended.result, learning().active().id);
    assertTrue(learning().steps().size() >= 12);
  }

  @Test
  public void forgetsADeletedDrawingForGood() throws Exception {
    app.teachSevens(14);
    run(Trainings.HAND, () -> false);
    String before = learning().active().id;
    String drawing = background(() -> app.container().sessions().uses(before)).stream()
        .filter(use -> !use.heldOut).findFirst().get().sample;
    app.container().drawings().remove(drawing, removed -> { });
    app.settle();
    assertEquals(1, learning().gone());
    run(Trainings.REBUILD, () -> false);
    assertEquals(0, learning().gone());
    assertEquals(SessionRow.State.ACCEPTED.name(), learning().session().state);
    assertNotEquals(before, learning().active().id);
    List<ModelVersionRow> left = background(
        () -> app.container().modelVersions().all(ModelVersionRow.DIGITS));
    assertFalse(left.stream().anyMatch(version -> version.id.equals(before)));
    assertEquals(List.of(), background(() -> app.container().sessions().taughtBy(drawing)));
  }

  @Test
  public void readsWithTheLastGoodVersionWhenAFileIsDamaged() throws Exception {
    app.teachSevens(12);
    run(Trainings.HAND, () -> false);
    app.settle();
    ModelVersionRow learned = learning().active();
    Path file = ApplicationProvider.getApplicationContext().getFilesDir().toPath()
        .resolve("models").resolve(learned.sha256 + ".inkling");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    DigitVersion now = background(() -> app.container().digitsInUse().load());
    assertEquals(learned.parent, now.id());
    app.settle();
    assertEquals(learned.id, app.container().digitsInUse().damage().getValue());
    assertEquals(learned.parent, learning().active().id);
  }

  @Test
  public void saysThatTheDiskIsFullAndLosesNothing() throws Exception {
    app.teachSevens(12);
    Path models = ApplicationProvider.getApplicationContext().getFilesDir().toPath().resolve("models");
    Files.createDirectories(models);
    run(Trainings.HAND, () -> false);
    String active = learning().active().id;
    // A folder where the session's file should be: every write to it fails, as on a full disk.
    for (int slot = 0; slot < 2; slot++) {
      Files.createDirectories(models.resolve("digits-" + slot + ".session.tmp"));
    }
    run(Trainings.HAND, () -> false);
    app.settle();
    assertTrue(trainings().fault().getValue() != null);
    assertEquals(active, learning().active().id);
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
    while (learning().session() == null || learning().session().ended == null) {
      assertTrue("no session came", System.nanoTime() < deadline);
    }
    assertEquals(Trainings.IDLE, learning().session().origin);
    schedule.neverWhenIdle("digits");
    assertEquals(WorkInfo.State.CANCELLED,
        work.getWorkInfosForUniqueWork(TrainingSchedule.idleName("digits")).get().get(0).getState());
  }

  private Trainings.Ending run(String origin, BooleanSupplier interrupted) throws Exception {
    FutureTask<Trainings.Ending> task =
        new FutureTask<>(() -> trainings().run(Depth.QUICK, origin, interrupted));
    app.container().executors().training().execute(task);
    Trainings.Ending ending = task.get(120, TimeUnit.SECONDS);
    app.settle();
    return ending;
  }

  private Learning learning() {
    Outcome<Learning> outcome = Waiting.value(
        app.container().sessions().learning(ModelVersionRow.DIGITS), app.container().executors());
    return outcome.value();
  }

  private <T> T background(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    app.container().executors().disk().execute(task);
    return task.get(60, TimeUnit.SECONDS);
  }
}
