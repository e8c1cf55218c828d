package app.inkling.testing;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.replaceText;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static app.inkling.screens.EnginesScreenTest.digits;
import static org.hamcrest.Matchers.allOf;

import androidx.test.core.app.ActivityScenario;
import app.inkling.MainActivity;
import app.inkling.R;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.screens.App;
import app.inkling.screens.Finger;
import app.inkling.screens.Typing;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Goes through every screen of the app in every state that a user sees, and lets a visitor look at each. */
public final class Walk {
  private final App app;
  private final BiConsumer<MainActivity, String> visitor;
  private ActivityScenario<MainActivity> scenario;

  /** @param visitor called on the main thread with the window and the screen's name */
  public Walk(App app, BiConsumer<MainActivity, String> visitor) {
    this.app = app;
    this.visitor = visitor;
  }

  /** Starts the app and visits all screens. */
  public void go() {
    scenario = app.launch();
    look("draw-blank");
    onView(withId(R.id.open_history)).perform(click());
    look("history-empty");
    pressBack();
    draw(1, 0);
    onView(withId(R.id.that_was)).perform(click());
    look("correct");
    onView(app.sheetDigit(1)).inRoot(isDialog()).perform(click());
    look("draw-named");
    onView(withId(R.id.clear)).perform(click());
    look("draw-cleared");
    onView(withId(R.id.pad)).perform(Finger.draws(App.scribble()));
    look("draw-refused");
    for (int digit : new int[] {3, 8, 5}) {
      onView(withId(R.id.clear)).perform(click());
      draw(digit, 1);
    }
    look("draw-guess");
    onView(withId(R.id.open_history)).perform(click());
    look("history");
    pressBack();
    onView(withId(R.id.open_explanation)).perform(click());
    look("explain");
    pressBack();
    type();
    train();
    onView(withId(R.id.place_you)).perform(click());
    look("you");
    onView(withId(R.id.data_erase)).perform(scrollTo(), click());
    look("you-erase");
    onView(withText(R.string.cancel)).inRoot(isDialog()).perform(click());
    onView(withId(R.id.open_engines)).perform(scrollTo(), click());
    look("engines");
    onView(digits(withId(R.id.engines_again))).perform(scrollTo());
    look("engines-below");
    pressBack();
    onView(withId(R.id.licences)).perform(scrollTo());
    look("you-below");
    onView(withId(R.id.licences)).perform(scrollTo(), click());
    look("licences");
  }

  private void type() {
    onView(withId(R.id.place_type)).perform(click());
    look("type-blank");
    onView(withId(R.id.open_dictionary)).perform(click());
    look("dictionary-empty");
    pressBack();
    onView(withId(R.id.try_field)).perform(replaceText("See you tomor"));
    look("type");
    onView(withId(R.id.keys)).perform(Typing.types("row. "));
    onView(withId(R.id.open_dictionary)).perform(click());
    look("dictionary");
    pressBack();
    onView(withId(R.id.open_keyboard_settings)).perform(click());
    look("keyboard-settings");
    pressBack();
  }

  private void train() {
    onView(withId(R.id.place_train)).perform(click());
    look("train-few");
    onView(withId(R.id.kind_words)).perform(click());
    look("train-words");
    onView(withId(R.id.kind_digits)).perform(click());
    app.teachSevens(12);
    look("train-waiting");
    onView(withId(R.id.start)).perform(scrollTo(), click());
    app.settleTraining();
    onView(withId(R.id.session_title)).perform(scrollTo());
    look("train-learned");
    onView(withId(R.id.automatic)).perform(scrollTo());
    look("train-below");
    onView(withId(R.id.open_versions)).perform(click());
    look("versions");
    onView(allOf(withText(R.string.version_compare), isDisplayed())).perform(click());
    look("comparison");
    pressBack();
    pressBack();
    app.container().drawings().remove(UUID.nameUUIDFromBytes(new byte[] {7, 3}).toString(), removed -> { });
    look("train-forget");
    onView(withId(R.id.place_draw)).perform(click());
    onView(withId(R.id.open_history)).perform(click());
    look("history-forget");
    pressBack();
  }

  private void draw(int digit, int style) {
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(digit, style).drawing()));
    app.settle();
  }

  private void look(String name) {
    app.settle();
    scenario.onActivity(activity -> {
      Camera.showSystemBars(activity);
      visitor.accept(activity, name);
    });
  }
}
