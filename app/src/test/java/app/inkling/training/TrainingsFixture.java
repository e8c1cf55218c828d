package app.inkling.training;

import static org.junit.Assert.assertTrue;

import androidx.test.core.app.ApplicationProvider;
import app.inkling.data.Learning;
import app.inkling.data.ModelVersionRow;
import app.inkling.mllib.train.session.Depth;
import app.inkling.screens.App;
import app.inkling.testing.Waiting;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What tests of sessions ask of the app, beside its screens. */
final class TrainingsFixture {
  private final App app;

  TrainingsFixture(App app) {
    this.app = app;
  }

  Trainings trainings() {
    return app.container().digitTrainings();
  }

  /** A quick session on the training thread, to its end. */
  Trainings.Ending run(String origin, BooleanSupplier interrupted) throws Exception {
    FutureTask<Trainings.Ending> session = begin(Depth.QUICK, origin, interrupted);
    Trainings.Ending ending = session.get(120, TimeUnit.SECONDS);
    app.settle();
    return ending;
  }

  /** A session that now runs. */
  FutureTask<Trainings.Ending> begin(Depth depth, String origin, BooleanSupplier interrupted) {
    FutureTask<Trainings.Ending> task = new FutureTask<>(() -> trainings().run(depth, origin, interrupted));
    app.container().executors().training().execute(task);
    return task;
  }

  Learning learning() {
    return Waiting.value(app.container().sessions().learning(ModelVersionRow.DIGITS),
        app.container().executors()).value();
  }

  <T> T background(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    app.container().executors().disk().execute(task);
    return task.get(60, TimeUnit.SECONDS);
  }

  /** Where learned models lie. */
  static Path models() {
    return ApplicationProvider.getApplicationContext().getFilesDir().toPath().resolve("models");
  }

  static void await(CountDownLatch latch) {
    try {
      assertTrue("what was waited for did not come", latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
