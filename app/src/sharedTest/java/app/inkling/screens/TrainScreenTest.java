package app.inkling.screens;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.isChecked;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.isEnabled;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static app.inkling.screens.Seen.gone;
import static app.inkling.screens.Seen.says;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import android.text.InputType;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import app.inkling.engines.RecognizerStatus;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.tensor.Rng;
import app.inkling.suggest.FieldRules;
import java.util.UUID;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** Draw, correct, learn, see the curves, undo. */
@RunWith(AndroidJUnit4.class)
public final class TrainScreenTest {
  @Rule
  public final App app = new App();

  @Test
  public void saysWhatIsNeededBeforeAnythingIsNamed() {
    app.launch();
    open();
    onView(withId(R.id.waiting_title)).check(matches(says(R.string.train_empty_title)));
    onView(withId(R.id.start)).perform(scrollTo()).check(matches(not(isEnabled())));
  }

  @Test
  public void saysHowManyMoreAreNeeded() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(1, 0).drawing()));
    app.settle();
    onView(withId(R.id.that_was)).perform(click());
    onView(app.sheetDigit(7)).inRoot(isDialog()).perform(click());
    app.settle();
    open();
    onView(withId(R.id.waiting_text)).check(matches(says(startsWith("Name at least 7 more"))));
    onView(withId(R.id.start)).perform(scrollTo()).check(matches(not(isEnabled())));
  }

  @Test
  public void learnsAnOddShapeShowsItsCurvesAndGoesBack() {
    app.launch();
    String factory = version();
    onView(withId(R.id.pad)).perform(Finger.draws(App.wrongWayRound(new Rng(1))));
    app.settle();
    onView(withId(R.id.figure)).check(matches(says("?")));
    app.teachSevens(12);
    open();
    onView(withId(R.id.waiting_title)).check(matches(says(containsString("wait to be learned"))));
    onView(withId(R.id.named)).perform(scrollTo())
        .check(matches(withContentDescription(startsWith("digit 7:"))));
    onView(withId(R.id.start)).perform(scrollTo(), click());
    app.settleTraining();
    onView(withId(R.id.session_title)).perform(scrollTo()).check(matches(says("Learned")));
    onView(withId(R.id.session_text)).check(matches(says(allOf(
        containsString("of your 12 held-out sevens, before 0"), containsString("other people's digits")))));
    onView(withId(R.id.chart_loss)).perform(scrollTo()).check(matches(isDisplayed()));
    onView(withId(R.id.chart_loss)).check(matches(withContentDescription(
        containsString("What it learns from:"))));
    onView(withId(R.id.waiting_title)).check(matches(says(R.string.train_all_learned)));
    String learned = version();
    assertNotEquals(factory, learned);
    onView(withId(R.id.undo_session)).perform(scrollTo(), click());
    app.settle();
    assertEquals(factory, version());
    onView(withId(R.id.undo_session)).check(matches(gone()));
  }

  @Test
  public void learnsWordsBesideTheHand() {
    app.launch();
    open();
    onView(withId(R.id.kind_words)).perform(click());
    app.settle();
    onView(withId(R.id.waiting_text)).check(matches(says(R.string.train_words_empty)));
    for (int i = 0; i < 48; i++) {
      app.words().learn("the blue tractor always brings green apples to the parade",
          FieldRules.of(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE, 0));
    }
    app.settle();
    onView(withId(R.id.waiting_title)).check(matches(says("48 sentences wait to be learned")));
    onView(withId(R.id.start)).perform(scrollTo(), click());
    app.settleTraining();
    onView(withId(R.id.session_title)).perform(scrollTo()).check(matches(says("Learned")));
    onView(withId(R.id.session_text)).check(matches(says(allOf(
        containsString("words that you wrote later"), containsString("of general text")))));
    onView(withId(R.id.kind_digits)).perform(click());
    app.settle();
    onView(withId(R.id.waiting_title)).check(matches(says(R.string.train_empty_title)));
    onView(withId(R.id.undo_session)).check(matches(gone()));
    onView(withId(R.id.kind_words)).perform(click());
    onView(withId(R.id.open_versions)).perform(click());
    app.settle();
    onView(allOf(withText(R.string.version_use_words), isDisplayed())).perform(click());
    app.settle();
    pressBack();
    app.settle();
    onView(withId(R.id.undo_session)).check(matches(gone()));
  }

  @Test
  public void keepsHowDeepAndWhenToLearn() {
    app.launch();
    app.teachSevens(12);
    open();
    onView(withId(R.id.depth_full)).perform(scrollTo(), click());
    onView(withId(R.id.automatic)).perform(scrollTo(), click());
    app.settle();
    app.launched().recreate();
    app.settle();
    onView(withId(R.id.depth_full)).check(matches(isChecked()));
    onView(withId(R.id.automatic)).check(matches(isChecked()));
    onView(withId(R.id.depth_quick)).perform(scrollTo(), click());
    onView(withId(R.id.automatic)).perform(scrollTo(), click());
    app.settle();
    onView(withId(R.id.depth_full)).check(matches(not(isChecked())));
    onView(withId(R.id.automatic)).check(matches(not(isChecked())));
  }

  @Test
  public void offersToForgetForGoodBesideTheVersions() {
    app.launch();
    app.teachSevens(12);
    app.learn();
    open();
    app.container().drawings().remove(UUID.nameUUIDFromBytes(new byte[] {7, 3}).toString(), removed -> { });
    app.settle();
    onView(withId(R.id.gone_text)).check(matches(says(startsWith("1 drawing that you deleted"))));
    onView(withId(R.id.open_versions)).perform(click());
    app.settle();
    onView(withId(R.id.gone_text)).check(matches(says(startsWith("1 drawing that you deleted"))));
    onView(withId(R.id.rebuild)).perform(click());
    app.settleTraining();
    onView(withId(R.id.gone)).check(matches(gone()));
  }

  @Test
  public void stopsWithoutATrace() {
    app.launch();
    app.teachSevens(12);
    open();
    onView(withId(R.id.start)).perform(scrollTo(), click());
    onView(withId(R.id.stop)).perform(scrollTo(), click());
    app.settleTraining();
    onView(withId(R.id.start)).perform(scrollTo()).check(matches(isEnabled()));
    onView(withId(R.id.undo_session)).check(matches(gone()));
  }

  /** The version that reads. */
  private String version() {
    RecognizerStatus[] status = new RecognizerStatus[1];
    app.launched().onActivity(
        activity -> status[0] = app.container().recognizer().status().getValue());
    return ((RecognizerStatus.Ready) status[0]).modelVersion();
  }

  private void open() {
    onView(withId(R.id.place_train)).perform(click());
    app.settle();
  }
}
