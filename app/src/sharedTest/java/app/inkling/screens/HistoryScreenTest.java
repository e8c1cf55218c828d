package app.inkling.screens;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.doesNotExist;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.hasChildCount;
import static androidx.test.espresso.matcher.ViewMatchers.hasDescendant;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static app.inkling.screens.Seen.gone;
import static app.inkling.screens.Seen.says;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import app.inkling.mllib.data.stroke.Glyphs;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The History screen. */
@RunWith(AndroidJUnit4.class)
public final class HistoryScreenTest {
  @Rule
  public final App app = new App();

  @Test
  public void saysThatNothingWasDrawnYet() {
    app.launch();
    open();
    onView(withText(R.string.history_empty_title)).check(matches(isDisplayed()));
  }

  @Test
  public void showsWhatWasDrawnNewestFirst() {
    app.launch();
    draw(7);
    draw(1);
    open();
    onView(withId(R.id.drawings)).check(matches(hasChildCount(2)));
    onView(withId(R.id.drawings)).check(matches(hasDescendant(withText(startsWith("Read as 7")))));
    onView(allOf(withText(startsWith("Read as 1")), Place.above(withText(startsWith("Read as 7")))))
        .check(matches(isDisplayed()));
  }

  @Test
  public void deletesADrawingAndBringsItBack() {
    app.launch();
    draw(7);
    open();
    onView(withContentDescription(startsWith("Delete the drawing: Read as 7"))).perform(click());
    app.settle();
    onView(withText(R.string.history_empty_title)).check(matches(isDisplayed()));
    onView(withText("1 drawing deleted")).check(matches(isDisplayed()));
    onView(withText(R.string.undo)).perform(click());
    app.settle();
    onView(withText(startsWith("Read as 7"))).check(matches(isDisplayed()));
  }

  @Test
  public void clearsThePadWhenItsDrawingWasDeleted() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(7, 0).drawing()));
    app.settle();
    open();
    onView(withContentDescription(startsWith("Delete the drawing"))).perform(click());
    app.settle();
    pressBack();
    app.settle();
    onView(withId(R.id.pad)).check(matches(withContentDescription(R.string.pad_blank_spoken)));
  }

  @Test
  public void namesADrawingOfThePast() {
    app.launch();
    draw(1);
    open();
    onView(withContentDescription(startsWith("Read as 1"))).perform(click());
    onView(app.sheetDigit(7)).inRoot(isDialog()).perform(click());
    app.settle();
    onView(withText("You said 7")).check(matches(isDisplayed()));
    onView(withText(containsString("Read as 1"))).check(matches(isDisplayed()));

    onView(withContentDescription(startsWith("You said 7"))).perform(click());
    onView(withId(R.id.take_back)).inRoot(isDialog()).perform(click());
    app.settle();
    onView(withText("You said 7")).check(doesNotExist());
  }

  @Test
  public void offersToForgetForGoodWhatTaught() {
    app.launch();
    app.teachSevens(12);
    app.learn();
    open();
    onView(withId(R.id.gone)).check(matches(gone()));
    onView(Place.first(withContentDescription(startsWith("Delete the drawing")))).perform(click());
    app.settle();
    onView(withId(R.id.gone_text)).check(matches(says(startsWith("1 drawing that you deleted"))));
    onView(withText(R.string.undo)).perform(click());
    app.settle();
    onView(withId(R.id.gone)).check(matches(gone()));

    onView(Place.first(withContentDescription(startsWith("Delete the drawing")))).perform(click());
    app.settle();
    onView(withId(R.id.rebuild)).perform(click());
    app.settleTraining();
    onView(withId(R.id.gone)).check(matches(gone()));
    pressBack();
    onView(withId(R.id.place_train)).perform(click());
    app.settle();
    onView(withId(R.id.session_title)).perform(scrollTo())
        .check(matches(says(R.string.train_session_rebuilt)));
    onView(withId(R.id.undo_session)).check(matches(gone()));
  }

  private void draw(int digit) {
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(digit, 0).drawing()));
    app.settle();
    onView(withId(R.id.clear)).perform(click());
  }

  private void open() {
    onView(withId(R.id.open_history)).perform(click());
    app.settle();
  }
}
