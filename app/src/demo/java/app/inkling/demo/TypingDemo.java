package app.inkling.demo;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.replaceText;
import static androidx.test.espresso.assertion.ViewAssertions.doesNotExist;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDescendantOfA;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.hamcrest.Matchers.allOf;

import android.view.View;
import app.inkling.R;
import app.inkling.screens.App;
import app.inkling.screens.Typing;
import java.util.function.BiConsumer;
import org.hamcrest.Matcher;

/** The keyboard's part of the walk: it types, completes, corrects, predicts, learns and forgets. */
final class TypingDemo {
  /** A name that no model knows. */
  private static final String NAME = "zyxo";

  private final App app;
  private final BiConsumer<String, String> look;

  /** @param look takes a picture of a name with a caption */
  TypingDemo(App app, BiConsumer<String, String> look) {
    this.app = app;
    this.look = look;
  }

  void go() {
    onView(withId(R.id.place_type)).perform(click());
    look.accept("type", "The Type screen: a field to try the keyboard in");
    type("see you tomor");
    look.accept("type-completes", "Three letters from the end of \"tomorrow\" it is on offer");
    onView(offer("tomorrow")).perform(click());
    look.accept("type-predicts", "Taken, and the next word is predicted");
    onView(withId(R.id.try_field)).perform(replaceText(""));
    type("i beleive");
    type(" ");
    onView(withId(R.id.try_field)).check(matches(withText("I believe ")));
    look.accept("type-corrects", "A slip is corrected when the word is finished");
    onView(withId(R.id.keys)).perform(Typing.deletes());
    onView(withId(R.id.try_field)).check(matches(withText("I beleive")));
    look.accept("type-reverts", "Delete, right after, brings it back");
    onView(withId(R.id.try_field)).perform(replaceText(""));
    type("call " + NAME + ". call " + NAME + ". call zy");
    onView(offer(NAME)).check(matches(isDisplayed()));
    look.accept("type-learned", "A name typed twice is on offer the third time");
    onView(withId(R.id.open_dictionary)).perform(click());
    look.accept("words", "Your words: all that was learned, to search and to forget");
    onView(withContentDescription("Forget " + NAME)).perform(click());
    look.accept("words-forgotten", "Forgotten, with an undo on offer");
    pressBack();
    onView(withId(R.id.try_field)).perform(replaceText("Call zy"));
    app.settle();
    onView(offer(NAME)).check(doesNotExist());
    look.accept("type-forgot", "It is not offered any more");
    onView(withId(R.id.open_keyboard_settings)).perform(click());
    look.accept("keyboard-settings", "How the keyboard behaves");
    pressBack();
  }

  private void type(String text) {
    onView(withId(R.id.keys)).perform(Typing.types(text));
    app.settle();
  }

  private static Matcher<View> offer(String word) {
    return allOf(withText(word), isDescendantOfA(withId(R.id.strip)));
  }
}
