package app.inkling.screens;

import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static org.junit.Assert.assertTrue;

import android.content.res.Resources;
import android.view.View;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.Observer;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.platform.app.InstrumentationRegistry;
import androidx.work.testing.WorkManagerTestInitHelper;
import app.inkling.AppContainer;
import app.inkling.InklingApplication;
import app.inkling.MainActivity;
import app.inkling.R;
import app.inkling.common.Outcome;
import app.inkling.data.StoredFigures;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.Stroke;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.session.Depth;
import app.inkling.settings.ThemeChoice;
import app.inkling.suggest.PhoneWords;
import app.inkling.training.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.hamcrest.Matcher;
import org.junit.rules.ExternalResource;

/** The app with nothing drawn and its theme the phone's; as a rule it starts so and ends so. */
public final class App extends ExternalResource {
  /**
   * A change goes from the disk through Room's own steps, the screen and the list's comparison: seven hops.
   */
  private static final int ROUNDS = 8;

  /** Of words, on a machine that does much else. */
  private static final int LONGEST_SESSION_SECONDS = 300;

  private ActivityScenario<MainActivity> scenario;

  @Override
  protected void before() {
    InklingApplication application = ApplicationProvider.getApplicationContext();
    WorkManagerTestInitHelper.initializeTestWorkManager(application,
        application.getWorkManagerConfiguration(),
        WorkManagerTestInitHelper.ExecutorsMode.PRESERVE_EXECUTORS);
    reset();
  }

  @Override
  protected void after() {
    if (scenario != null) {
      scenario.close();
    }
    reset();
    WorkManagerTestInitHelper.closeWorkDatabase();
  }

  /** Opens the app's window on the Draw screen and waits until the model is loaded. */
  public ActivityScenario<MainActivity> launch() {
    scenario = ActivityScenario.launch(MainActivity.class);
    settle();
    return scenario;
  }

  /** The window that {@link #launch} opened. */
  public ActivityScenario<MainActivity> launched() {
    return scenario;
  }

  public AppContainer container() {
    return ((InklingApplication) ApplicationProvider.getApplicationContext()).container();
  }

  /** The keyboard's words. */
  public PhoneWords words() {
    return ((InklingApplication) ApplicationProvider.getApplicationContext()).words();
  }

  /** A drawing in which nobody reads a digit. */
  public static Drawing scribble() {
    return Glyphs.others().stream()
        .filter(glyph -> glyph.name().equals("zigzag")).findFirst().get().drawing();
  }

  /** A seven the wrong way round, as children draw it: the shipped model takes it for no digit. */
  public static Drawing wrongWayRound(Rng random) {
    return wrongWayRound(7, random);
  }

  private static Drawing wrongWayRound(int digit, Rng random) {
    Drawing right = Glyphs.styles(digit).get(0).drawing(random, 3);
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : right.strokes()) {
      int[] times = new int[stroke.size()];
      float[] xs = new float[stroke.size()];
      float[] ys = new float[stroke.size()];
      for (int i = 0; i < stroke.size(); i++) {
        times[i] = stroke.time(i);
        xs[i] = right.width() - stroke.x(i);
        ys[i] = stroke.y(i);
      }
      strokes.add(new Stroke(times, xs, ys));
    }
    return new Drawing(right.width(), right.height(), strokes);
  }

  /** Several drawings in a row, from left to right. */
  public static Drawing sideBySide(List<Drawing> drawings) {
    List<Stroke> strokes = new ArrayList<>();
    float left = 0;
    float height = 0;
    for (Drawing drawing : drawings) {
      for (Stroke stroke : drawing.strokes()) {
        int[] times = new int[stroke.size()];
        float[] xs = new float[stroke.size()];
        float[] ys = new float[stroke.size()];
        for (int i = 0; i < stroke.size(); i++) {
          times[i] = stroke.time(i);
          xs[i] = left + stroke.x(i);
          ys[i] = stroke.y(i);
        }
        strokes.add(new Stroke(times, xs, ys));
      }
      left += drawing.width();
      height = Math.max(height, drawing.height());
    }
    return new Drawing(left, height, strokes);
  }

  /**
   * Stores sevens the wrong way round, each in another mood, as if the user had drawn them and said what they
   * are. The same each time; about one in five is set aside.
   */
  public void teachSevens(int count) {
    teach(7, count);
  }

  /** The same of another digit. */
  public void teach(int digit, int count) {
    Rng random = new Rng(5);
    for (int i = 0; i < count; i++) {
      String id = UUID.nameUUIDFromBytes(new byte[] {(byte) digit, (byte) i}).toString();
      container().drawings().putInk(id, wrongWayRound(digit, random), digit, 1_700_000_000_000L + i);
    }
    settle();
  }

  /** Waits until no session runs any more, and what came of it is shown. */
  public void settleTraining() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SESSION_SECONDS);
    do {
      assertTrue("the session did not end in time", System.nanoTime() < deadline);
      settle();
      await(container().executors().training(), LONGEST_SESSION_SECONDS);
    } while (progress() != null);
    settle();
  }

  /** Learns quickly what {@link #teachSevens} taught, as the Train screen's button does. */
  public void learn() {
    onMain(() -> container().digitTrainings().start(Depth.QUICK));
    settleTraining();
  }

  /** How far the session is that runs; null when none does. */
  public Progress progress() {
    Progress[] progress = new Progress[1];
    onMain(() -> {
      Progress digits = container().digitTrainings().progress().getValue();
      progress[0] = digits == null ? container().wordTrainings().progress().getValue() : digits;
    });
    return progress[0];
  }

  /** What is stored now. */
  public StoredFigures stored() {
    LiveData<Outcome<StoredFigures>> figures = container().drawings().figures();
    Observer<Outcome<StoredFigures>> observer = seen -> { };
    onMain(() -> figures.observeForever(observer));
    settle();
    onMain(() -> figures.removeObserver(observer));
    return figures.getValue().value();
  }

  /** The button of the sheet that says a drawing was this digit. */
  public Matcher<View> sheetDigit(int digit) {
    Resources resources = ApplicationProvider.getApplicationContext().getResources();
    return withContentDescription(
        resources.getString(R.string.correct_digit_spoken, Integer.toString(digit)));
  }

  /** Waits until what was begun in the background has been done and shown, chains of steps included. */
  public void settle() {
    for (int round = 0; round < ROUNDS; round++) {
      await(container().executors().trials());
      await(container().executors().compute());
      await(container().executors().disk());
      await(container().executors().typing());
      await(container().executors().network());
      await(container().executors().typing());
      InstrumentationRegistry.getInstrumentation().waitForIdleSync();
    }
  }

  /** Waits until what was handed in to be read has been read. */
  public void settleReading() {
    await(container().executors().compute());
  }

  private void reset() {
    container().drawings().removeAll(removed -> { });
    onMain(words()::eraseAll);
    onMain(words()::resetSettings);
    container().settings().setTheme(ThemeChoice.SYSTEM);
    onMain(ThemeChoice.SYSTEM::apply);
    settle();
  }

  /** Does something on the main thread and waits for it. */
  public static void onMain(Runnable work) {
    InstrumentationRegistry.getInstrumentation().runOnMainSync(work);
  }

  private static void await(Executor executor) {
    await(executor, 60);
  }

  private static void await(Executor executor, int seconds) {
    CountDownLatch done = new CountDownLatch(1);
    executor.execute(done::countDown);
    try {
      assertTrue("work in the background did not end within " + seconds + " s",
          done.await(seconds, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting for the app", e);
    }
  }
}
