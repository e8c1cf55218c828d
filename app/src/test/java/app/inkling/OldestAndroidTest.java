package app.inkling;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static app.inkling.screens.Seen.says;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertEquals;

import android.os.Build;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.screens.App;
import app.inkling.screens.Finger;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/** The whole slice on the oldest Android that the app runs on. */
@RunWith(AndroidJUnit4.class)
@Config(sdk = 26)
public final class OldestAndroidTest {
  @Rule
  public final App app = new App();

  @Test
  public void drawsReadsAndLooksBack() {
    assertEquals(26, Build.VERSION.SDK_INT);
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(7, 0).drawing()));
    app.settle();
    onView(withId(R.id.figure)).check(matches(says("7")));
    onView(withId(R.id.open_history)).perform(click());
    app.settle();
    onView(withText(startsWith("Read as 7"))).check(matches(isDisplayed()));
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.stored)).check(matches(isDisplayed()));
  }
}
