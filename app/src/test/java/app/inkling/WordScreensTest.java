package app.inkling;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.hasDescendant;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static app.inkling.screens.EnginesScreenTest.digits;
import static app.inkling.screens.Seen.gone;
import static app.inkling.screens.Seen.says;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import androidx.recyclerview.widget.RecyclerView;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.data.ModelVersionRow;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.train.session.Depth;
import app.inkling.screens.App;
import app.inkling.suggest.PhoneWords;
import app.inkling.testing.Camera;
import app.inkling.testing.Habits;
import app.inkling.testing.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;

/**
 * The screens of what a session of words brought: its versions, their comparison, and the warning before they
 * leave the phone; with pictures in every look, for people to look at.
 */
@RunWith(AndroidJUnit4.class)
public final class WordScreensTest {
  @Rule(order = 0)
  public final App app = new App();

  @Rule(order = 1)
  public final Habits habits = new Habits(app);

  @Before
  public void learn() throws Exception {
    habits.write(80);
    App.onMain(() -> app.container().wordTrainings().start(Depth.FULL));
    app.settleTraining();
  }

  private void openVersions() {
    app.launch();
    onView(withId(R.id.place_train)).perform(click());
    onView(withId(R.id.kind_words)).perform(click());
    app.settle();
    onView(withId(R.id.open_versions)).perform(click());
    app.settle();
  }

  private void compare() {
    scrollUp();
    touchCompare();
  }

  private void scrollUp() {
    app.launched().onActivity(activity ->
        ((RecyclerView) activity.findViewById(R.id.versions)).scrollToPosition(0));
    app.settle();
  }

  private static void touchCompare() {
    onView(allOf(withId(R.id.version_compare), isDisplayed())).perform(click());
  }

  /** Sixteen of eighty sentences were held out; they are asked until something more is written. */
  @Test
  public void comparesOnWhatNeitherHasLearnedFrom() throws Exception {
    openVersions();
    compare();
    app.settle();
    onView(withId(R.id.comparison_own)).check(matches(says(startsWith("Of " + words(64, 80) + " words"))));
    onView(withId(R.id.comparison_general)).check(matches(says(startsWith("Of 4,000 words of general text"))));
    onView(withId(R.id.comparison_more)).check(matches(says(containsString("perplexity"))));
    onView(withId(R.id.comparison_apart))
        .check(matches(hasDescendant(withText(containsString("Only the one in use offers it")))));
    app.launched().recreate();
    app.settle();
    onView(withId(R.id.comparison_own)).check(matches(says(startsWith("Of " + words(64, 80) + " words"))));
    pressBack();
    habits.write(3);
    compare();
    app.settle();
    int all = words(64, 80) + words(0, 3);
    onView(withId(R.id.comparison_own)).check(matches(says(startsWith("Of " + all + " words"))));
  }

  /** How many words these sentences have that the model knows. */
  private int words(int from, int to) throws Exception {
    Vocabulary vocabulary = KeyboardModel.load(app.container().files().read(PhoneWords.MODEL)).vocabulary();
    int words = 0;
    for (int i = from; i < to; i++) {
      for (int number : vocabulary.numbers(List.of(Habits.sentence(i).split(" ")))) {
        words += number == Vocabulary.UNKNOWN ? 0 : 1;
      }
    }
    return words;
  }

  @Test
  public void showsThatItWorksThenWhyItCannotCompare() throws Exception {
    openVersions();
    scrollUp();
    CountDownLatch go = new CountDownLatch(1);
    app.container().executors().trials().execute(() -> {
      try {
        go.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    touchCompare();
    onView(withId(R.id.loading)).check(matches(isDisplayed()));
    onView(withId(R.id.comparison)).check(matches(gone()));
    go.countDown();
    app.settle();
    onView(withId(R.id.comparison)).check(matches(isDisplayed()));
    pressBack();
    app.settle();
    habits.onTraining(() -> {
      for (ModelVersionRow row : app.container().modelVersions().all(ModelVersionRow.WORDS)) {
        if (row.origin.equals(ModelVersionRow.SHIPPED)) {
          Files.write(Habits.networks().resolve(row.sha256 + ".inkling"), new byte[9]);
        }
      }
      return null;
    });
    compare();
    app.settle();
    onView(withId(R.id.comparison_failed))
        .check(matches(allOf(isDisplayed(), withText(containsString("missing or damaged")))));
    onView(withId(R.id.comparison)).check(matches(gone()));
  }

  @Test
  public void looksRightInEveryLook() throws Exception {
    habits.onTraining(() -> {
      rememberAFormerModel();
      return null;
    });
    app.words().learn(Secret.SENTENCE, Habits.MESSAGE);
    Path planted = Secret.plant(app);
    look("dark", "w411dp-h891dp-port-night-xxhdpi", 1);
    look("right-to-left", "ar-ldrtl-w411dp-h891dp-port-notnight-xxhdpi", 1);
    look("landscape", "en-ldltr-w891dp-h411dp-land-notnight-xxhdpi", 1);
    look("small-large-font", "w320dp-h533dp-port-notnight-hdpi", 2);
    Files.delete(planted);
  }

  /** As an update leaves it: what came with an app before this one, and what was learned from it. */
  private void rememberAFormerModel() {
    String former = app.container().modelVersions().registerShipped(ModelVersionRow.WORDS, "former",
        "00".repeat(32), "", 1_690_000_000_000L);
    ModelVersionRow learned = new ModelVersionRow();
    learned.id = "00000000-0000-4000-8000-000000000001";
    learned.kind = ModelVersionRow.WORDS;
    learned.parent = former;
    learned.sha256 = "11".repeat(32);
    learned.file = learned.sha256 + ".inkling";
    learned.origin = ModelVersionRow.TRAINED;
    learned.accepted = true;
    learned.created = 1_695_000_000_000L;
    app.container().modelVersions().add(List.of(learned), List.of());
  }

  private void look(String look, String qualifiers, float font) {
    RuntimeEnvironment.setQualifiers(qualifiers);
    RuntimeEnvironment.setFontScale(font);
    Camera camera = new Camera(Path.of("target", "screenshots", "words"));
    openVersions();
    take(camera, look + "-versions");
    app.launched().onActivity(activity ->
        ((RecyclerView) activity.findViewById(R.id.versions)).scrollToPosition(2));
    app.settle();
    onView(withText(R.string.version_former_factory)).check(matches(isDisplayed()));
    take(camera, look + "-versions-former");
    compare();
    app.settle();
    take(camera, look + "-comparison");
    onView(withId(R.id.comparison_apart_title)).perform(scrollTo());
    take(camera, look + "-comparison-below");
    pressBack();
    pressBack();
    take(camera, look + "-train");
    onView(withId(R.id.session_title)).perform(scrollTo());
    take(camera, look + "-train-below");
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.data_export)).perform(scrollTo(), click());
    app.settleTraining();
    onView(withText(R.string.data_told_title)).inRoot(isDialog()).check(matches(isDisplayed()));
    take(camera, look + "-export-warning");
    pressBack();
    onView(withId(R.id.open_engines)).perform(scrollTo(), click());
    app.settle();
    onView(allOf(withId(R.id.engines_again), not(digits(withId(R.id.engines_again))))).perform(scrollTo());
    take(camera, look + "-engines");
    app.launched().close();
  }

  private void take(Camera camera, String name) {
    app.settle();
    app.launched().onActivity(activity -> {
      Camera.showSystemBars(activity);
      camera.take(activity, name, 0.5f);
    });
  }
}
