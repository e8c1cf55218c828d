package app.inkling.screens;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.longClick;
import static androidx.test.espresso.action.ViewActions.replaceText;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.doesNotExist;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.isChecked;
import static androidx.test.espresso.matcher.ViewMatchers.isDescendantOfA;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static app.inkling.screens.Seen.says;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import android.view.View;
import androidx.test.espresso.NoMatchingRootException;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import org.hamcrest.Matcher;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The Type screen with its keyboard, what was learned, and the settings. */
@RunWith(AndroidJUnit4.class)
public final class TypeScreenTest {
  @Rule
  public final App app = new App();

  private void open() {
    app.launch();
    onView(withId(R.id.place_type)).perform(click());
    app.settle();
  }

  private void type(String text) {
    onView(withId(R.id.keys)).perform(Typing.types(text));
    app.settle();
  }

  private static Matcher<View> offer(String word) {
    return allOf(withText(word), isDescendantOfA(withId(R.id.strip)));
  }

  @Test
  public void typesAndTakesAnOfferedWord() {
    open();
    type("see you tomor");
    onView(offer("tomorrow")).perform(click());
    app.settle();
    onView(withId(R.id.try_field)).check(matches(says("See you tomorrow ")));
  }

  @Test
  public void correctsASlipAndBringsItBack() {
    open();
    type("i beleive");
    type(" ");
    onView(withId(R.id.try_field)).check(matches(says("I believe ")));
    onView(withId(R.id.keys)).perform(Typing.deletes());
    app.settle();
    onView(withId(R.id.try_field)).check(matches(says("I beleive")));
  }

  @Test
  public void learnsAWordOffersItAndForgetsIt() {
    open();
    type("my cat zyxo. my cat zyxo. ");
    type("my cat zy");
    onView(offer("zyxo")).check(matches(isDisplayed()));
    onView(withId(R.id.open_dictionary)).perform(click());
    app.settle();
    onView(withId(R.id.search)).perform(replaceText("zyx"));
    app.settle();
    onView(withText("zyxo")).check(matches(isDisplayed()));
    onView(withContentDescription("Forget zyxo")).perform(click());
    app.settle();
    onView(withId(R.id.message)).check(matches(allOf(isDisplayed(), withText(R.string.dictionary_none))));
    onView(withText(R.string.undo)).perform(click());
    app.settle();
    onView(withText("zyxo")).check(matches(isDisplayed()));
    onView(withContentDescription("Forget zyxo")).perform(click());
    app.settle();
    pressBack();
    app.settle();
    onView(withId(R.id.try_field)).perform(replaceText("My cat zy"));
    app.settle();
    onView(offer("zyxo")).check(doesNotExist());
  }

  @Test
  public void showsWhereALearnedWordWasWritten() {
    open();
    type("my cat zyxo. your dog ran. the zyxo sleeps. ");
    onView(withId(R.id.open_dictionary)).perform(click());
    app.settle();
    onView(withId(R.id.search)).perform(replaceText("ZY"));
    app.settle();
    onView(withText("zyxo")).perform(click());
    app.settle();
    onView(withText("The zyxo sleeps\n\nMy cat zyxo")).inRoot(isDialog()).check(matches(isDisplayed()));
    for (int turn = 0; turn < 2; turn++) {
      app.launched().recreate();
      app.settle();
      onView(withText("The zyxo sleeps\n\nMy cat zyxo")).inRoot(isDialog()).check(matches(isDisplayed()));
    }
    onView(withText(android.R.string.ok)).inRoot(isDialog()).perform(click());
    app.settle();
    app.launched().recreate();
    app.settle();
    assertThrows("read and closed", NoMatchingRootException.class,
        () -> onView(withText(android.R.string.ok)).inRoot(isDialog()).check(matches(isDisplayed())));
    onView(withId(R.id.search)).check(matches(says("ZY")));
  }

  @Test
  public void aWordHeldInTheStripIsForgottenAfterAQuestion() {
    open();
    type("tomor");
    onView(offer("Tomorrow")).perform(longClick());
    onView(offer("Forget")).perform(click());
    app.settle();
    onView(offer("Tomorrow")).check(doesNotExist());
  }

  @Test
  public void keepsTheTextWhenTheWindowIsMadeAnew() {
    open();
    type("hello th");
    app.launched().recreate();
    app.settle();
    onView(withId(R.id.try_field)).check(matches(says("Hello th")));
    type("ere");
    onView(withId(R.id.try_field)).check(matches(says("Hello there")));
  }

  @Test
  public void saysHowToUseItEverywhere() {
    open();
    onView(withId(R.id.setup_action)).perform(scrollTo()).check(matches(says(R.string.setup_switch_on)));
  }

  @Test
  public void remembersItsSettingsAndResetsThem() {
    open();
    onView(withId(R.id.open_keyboard_settings)).perform(click());
    app.settle();
    onView(withId(R.id.corrects)).check(matches(isChecked())).perform(click());
    pressBack();
    app.settle();
    type("i beleive");
    type(" ");
    onView(withId(R.id.try_field)).check(matches(says("I beleive ")));
    onView(withId(R.id.open_keyboard_settings)).perform(click());
    app.settle();
    onView(withId(R.id.corrects)).check(matches(not(isChecked())));
    onView(withId(R.id.sounds)).perform(scrollTo()).check(matches(not(isChecked()))).perform(click());
    app.launched().recreate();
    app.settle();
    onView(withId(R.id.sounds)).perform(scrollTo()).check(matches(isChecked()));
    onView(withId(R.id.reset)).perform(scrollTo(), click());
    app.settle();
    onView(withId(R.id.corrects)).perform(scrollTo()).check(matches(isChecked()));
    onView(withId(R.id.sounds)).perform(scrollTo()).check(matches(not(isChecked())));
  }
}
