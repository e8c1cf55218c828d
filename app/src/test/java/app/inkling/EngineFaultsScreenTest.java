package app.inkling;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.isEnabled;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static app.inkling.screens.EnginesScreenTest.digits;
import static app.inkling.screens.Seen.says;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.AppExecutors;
import app.inkling.common.PackedFiles;
import app.inkling.data.ModelVersionRow;
import app.inkling.engines.EngineModel;
import app.inkling.engines.FaultyFactory;
import app.inkling.engines.FaultyFactory.Fault;
import app.inkling.engines.Phone;
import app.inkling.engines.TfliteFactory;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.screens.App;
import app.inkling.screens.Finger;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/** Whatever engines do, the user reads the right figure and, on the Engines screen, the reason. */
@RunWith(AndroidJUnit4.class)
public final class EngineFaultsScreenTest {
  @Rule
  public final App app = new App();

  private static final Map<Fault, FaultyFactory> FACTORIES = new EnumMap<>(Fault.class);

  /** The app on a phone with nothing but faulty engines. */
  public static final class Faulty extends InklingApplication {
    @Override
    protected AppContainer createContainer(AppExecutors executors, PackedFiles files) {
      FACTORIES.clear();
      return new AppContainer(this, executors, files, Faulty::factories);
    }

    private static List<EngineFactory> factories(EngineModel model, Phone phone) {
      List<EngineFactory> all = new ArrayList<>();
      if (!model.kind().equals(ModelVersionRow.DIGITS)) {
        return all;
      }
      for (Fault fault : List.of(Fault.THROWS_AT_CREATE, Fault.HANGS_AT_CREATE, Fault.THROWS_AT_RUN,
          Fault.GIVES_WRONG_NUMBERS, Fault.GIVES_NAN, Fault.DIES_AFTER_HUNDRED_RUNS)) {
        all.add(FACTORIES.computeIfAbsent(fault, f -> new FaultyFactory(f, model.java().get())));
      }
      return all;
    }
  }

  /** The app on a phone whose pages of memory are too large for the native library, which is not found. */
  public static final class LargePages extends InklingApplication {
    @Override
    protected AppContainer createContainer(AppExecutors executors, PackedFiles files) {
      return new AppContainer(this, executors, files, (model, phone) ->
          TfliteFactory.all(model, new Phone(35, "large pages", 16_384, new File("nowhere"))));
    }
  }

  @After
  public void release() {
    FACTORIES.values().forEach(FaultyFactory::release);
  }

  @Test
  @Config(application = Faulty.class)
  public void readsTheRightFigureAndShowsEveryReason() {
    app.launch();
    app.container().engines().pin(ModelVersionRow.DIGITS, "dies-after-hundred-runs");
    app.settle();
    FACTORIES.get(Fault.DIES_AFTER_HUNDRED_RUNS).beginUse();
    for (int drawing = 0; drawing < 110; drawing++) {
      app.container().recognizer().read(Glyphs.digit(4, 0).drawing(), reading -> { });
      app.settleReading();
    }
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(4, 0).drawing()));
    app.settle();
    onView(withId(R.id.figure)).check(matches(says("4")));
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.open_engines)).perform(scrollTo(), click());
    app.settle();
    onView(digits(withId(R.id.engines_use))).check(matches(says("In use: Inkling's Java")));
    for (String reason : new String[] {"could not be started.\nThe message was “no such driver”.",
        "did not answer in time", "failed while it ran.\nThe message was “out of order”.",
        "differ from those of Inkling's Java by 1.0e-02", "no numbers", "ran.\nThe message was “java.lang.IllegalStateException: the context is lost”."}) {
      onView(withText(allOf(startsWith("Can't be used: "), containsString(reason)))).perform(scrollTo())
          .check(matches(isDisplayed()));
    }
    onView(withText("throws-at-run")).check(matches(not(isEnabled())));
  }

  @Test
  @Config(application = LargePages.class)
  public void saysThatPagesOfMemoryAreTooLargeForTheNativeLibrary() {
    app.launch();
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.open_engines)).perform(scrollTo(), click());
    app.settle();
    // The GPU's library is the one that can't be loaded on the JVM.
    onView(digits(withText(allOf(startsWith("Can't be used: this phone's memory has pages of 16 KB"),
        containsString("built for pages of 4 KB"), containsString("no tensorflowlite_gpu_jni")))))
        .perform(scrollTo()).check(matches(isDisplayed()));
  }
}
