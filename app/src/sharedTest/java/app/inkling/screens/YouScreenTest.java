package app.inkling.screens;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isChecked;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.isEnabled;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static app.inkling.screens.Seen.says;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertEquals;

import android.content.res.Configuration;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import app.inkling.mllib.data.stroke.Glyphs;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The You screen, and the licences behind it. */
@RunWith(AndroidJUnit4.class)
public final class YouScreenTest {
  @Rule
  public final App app = new App();

  @Test
  public void countsWhatIsStored() {
    app.launch();
    open();
    onView(withId(R.id.stored)).check(matches(says(R.string.you_stored_none)));
    onView(withId(R.id.erase)).check(matches(not(isEnabled())));
    onView(withId(R.id.place_draw)).perform(click());
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(7, 0).drawing()));
    app.settle();
    open();
    onView(withId(R.id.stored)).check(matches(says(startsWith("1 drawing, "))));
  }

  @Test
  public void erasesAllDrawingsAndBringsThemBack() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(7, 0).drawing()));
    app.settle();
    open();
    onView(withId(R.id.erase)).perform(click());
    app.settle();
    onView(withId(R.id.stored)).check(matches(says(R.string.you_stored_none)));
    onView(withText(R.string.undo)).perform(click());
    app.settle();
    onView(withId(R.id.stored)).check(matches(says(startsWith("1 drawing, "))));
  }

  @Test
  public void saysWhatReadsDrawings() {
    app.launch();
    open();
    onView(withId(R.id.engine)).perform(scrollTo())
        .check(matches(says(containsString("reads your drawings"))));
  }

  @Test
  public void changesTheThemeAtOnceAndRemembersIt() {
    app.launch();
    open();
    onView(withId(R.id.theme_dark)).perform(scrollTo(), click());
    app.settle();
    onView(withId(R.id.theme_dark)).perform(scrollTo()).check(matches(isChecked()));
    app.launched().onActivity(activity -> assertEquals(Configuration.UI_MODE_NIGHT_YES,
        activity.getResources().getConfiguration().uiMode & Configuration.UI_MODE_NIGHT_MASK));
    assertEquals("DARK", app.container().settings().theme().name());
  }

  @Test
  public void showsLicencesAndWhereTheDataCameFrom() {
    app.launch();
    open();
    onView(withId(R.id.licences)).perform(scrollTo(), click());
    app.settle();
    onView(withId(R.id.notices)).check(matches(says(containsString("TensorFlow Lite"))));
    onView(withId(R.id.notices)).check(matches(says(containsString("MNIST"))));
    pressBack();
    app.settle();
    onView(withId(R.id.stored)).check(matches(isDisplayed()));
  }

  private void open() {
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
  }
}
