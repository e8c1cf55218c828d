package app.inkling.screens;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.Espresso.pressBackUnconditionally;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.doesNotExist;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static org.junit.Assert.assertTrue;

import androidx.lifecycle.Lifecycle;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** Going from place to place, and back. */
@RunWith(AndroidJUnit4.class)
public final class NavigationTest {
  @Rule
  public final App app = new App();

  @Test
  public void returnsFromHistoryByArrowAndByBack() {
    app.launch();
    onView(withId(R.id.open_history)).perform(click());
    app.settle();
    onView(withContentDescription(R.string.back)).perform(click());
    app.settle();
    onView(withId(R.id.pad)).check(matches(isDisplayed()));
    onView(withId(R.id.open_history)).perform(click());
    app.settle();
    pressBack();
    app.settle();
    onView(withId(R.id.pad)).check(matches(isDisplayed()));
  }

  @Test
  public void backLeadsToDrawBeforeItLeadsOut() {
    app.launch();
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    pressBack();
    app.settle();
    onView(withId(R.id.pad)).check(matches(isDisplayed()));
    pressBackUnconditionally();
    app.settle();
    assertTrue(app.launched().getState() == Lifecycle.State.DESTROYED || finishing());
  }

  @Test
  public void remembersThePlaceWhenTheWindowIsMadeAnew() {
    app.launch();
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    app.launched().recreate();
    app.settle();
    onView(withId(R.id.stored)).check(matches(isDisplayed()));
    pressBack();
    app.settle();
    onView(withId(R.id.pad)).check(matches(isDisplayed()));
  }

  @Test
  public void leavesHistoryWhenItsPlaceIsChosenAgain() {
    app.launch();
    onView(withId(R.id.open_history)).perform(click());
    app.settle();
    onView(withId(R.id.place_draw)).perform(click());
    app.settle();
    onView(withId(R.id.drawings)).check(doesNotExist());
    onView(withId(R.id.pad)).check(matches(isDisplayed()));
  }

  private boolean finishing() {
    boolean[] finishing = new boolean[1];
    app.launched().onActivity(activity -> finishing[0] = activity.isFinishing());
    return finishing[0];
  }
}
