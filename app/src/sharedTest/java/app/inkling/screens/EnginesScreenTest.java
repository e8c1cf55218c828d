package app.inkling.screens;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isChecked;
import static androidx.test.espresso.matcher.ViewMatchers.isDescendantOfA;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.isEnabled;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withTagValue;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import android.view.View;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import app.inkling.data.ModelVersionRow;
import app.inkling.engines.EngineTable;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.suggest.NetworkInUse;
import org.hamcrest.Matcher;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The table of engines: what it says, the choice in it, measuring again. */
@RunWith(AndroidJUnit4.class)
public final class EnginesScreenTest {
  @Rule
  public final App app = new App();

  @After
  public void letTheFastestBeUsedAgain() {
    app.container().engines().pin(ModelVersionRow.DIGITS, null);
    app.settle();
  }

  @Test
  public void saysOfEveryEngineWhetherItIsUsedAndWhy() {
    open();
    assertEquals("Java, CPU, GPU, NNAPI", 4, digits().reports().size());
    for (int name : new int[] {R.string.engine_java, R.string.engine_cpu, R.string.engine_gpu,
        R.string.engine_nnapi}) {
      onView(digits(withText(name))).perform(scrollTo()).check(matches(isDisplayed()));
    }
    for (EngineReport report : digits().reports()) {
      String said = switch (report.outcome()) {
        case CHOSEN -> "In use: the fastest that is right";
        case SLOWER -> "Right, not used: " + name(digits().engine()) + " is faster";
        case CREATE_FAILED -> "Can't be used: it could not be started: "
            + report.reason().replaceFirst("^" + report.engine() + " \\([a-z]+\\): ", "");
        default -> "Can't be used: ";
      };
      onView(digits(withText(startsWith(said)))).perform(scrollTo()).check(matches(isDisplayed()));
    }
  }

  private static String name(String engine) {
    return text(engine.equals("java") ? R.string.engine_java : R.string.engine_cpu);
  }

  @Test
  public void usesTheEngineThatIsWishedFor() {
    open();
    onView(digits(withId(R.id.engines_automatic))).perform(scrollTo()).check(matches(isChecked()));
    for (int engine : new int[] {R.string.engine_java, R.string.engine_cpu}) {
      onView(digits(withText(engine))).perform(scrollTo(), click());
      app.settle();
      onView(digits(withText(engine))).perform(scrollTo()).check(matches(isChecked()));
      String name = text(engine);
      onView(digits(withId(R.id.engines_use))).perform(scrollTo())
          .check(matches(withText("In use: " + name)));
    }
    onView(digits(withId(R.id.engines_automatic))).perform(scrollTo(), click());
    app.settle();
    onView(digits(withId(R.id.engines_automatic))).perform(scrollTo()).check(matches(isChecked()));
  }

  @Test
  public void keepsTheWishWhenThePhoneIsTurned() {
    open();
    onView(digits(withText(R.string.engine_java))).perform(scrollTo(), click());
    app.settle();
    app.launched().recreate();
    app.settle();
    onView(digits(withText(R.string.engine_java))).perform(scrollTo()).check(matches(isChecked()));
  }

  @Test
  public void measuresAgainAndLeadsBack() {
    open();
    onView(digits(withId(R.id.engines_again))).perform(scrollTo(), click());
    app.settle();
    onView(digits(withId(R.id.engines_again))).perform(scrollTo()).check(matches(isEnabled()));
    assertEquals(4, digits().reports().size());
    pressBack();
    app.settle();
    onView(withId(R.id.open_engines)).perform(scrollTo()).check(matches(isDisplayed()));
  }

  @Test
  public void choosesAnEngineForTheKeyboardsNetworkToo() {
    open();
    EngineTable keyboard = table(NetworkInUse.ENGINES);
    assertEquals("Java, CPU, GPU, NNAPI", 4, keyboard.reports().size());
    assertFalse(keyboard.reports().toString(), keyboard.reports().get(0).outcome().rejected());
    onView(card(NetworkInUse.ENGINES, withText(R.string.engines_keyboard))).perform(scrollTo())
        .check(matches(isDisplayed()));
    onView(card(NetworkInUse.ENGINES, withText(R.string.engine_java))).perform(scrollTo(), click());
    app.settle();
    assertEquals("java", table(NetworkInUse.ENGINES).engine());
    assertEquals("each model has a wish of its own", null, digits().pinned());
    onView(card(NetworkInUse.ENGINES, withId(R.id.engines_automatic))).perform(scrollTo(), click());
    app.settle();
    assertEquals(null, table(NetworkInUse.ENGINES).pinned());
  }

  private void open() {
    app.launch();
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.open_engines)).perform(scrollTo(), click());
    app.settle();
  }

  private static String text(int id) {
    return ApplicationProvider.getApplicationContext().getString(id);
  }

  private EngineTable digits() {
    return table(ModelVersionRow.DIGITS);
  }

  private EngineTable table(String kind) {
    return app.container().engines().tables().getValue().stream()
        .filter(table -> table.kind().equals(kind)).findFirst().get();
  }

  /** What is on the card of the digits' engines. */
  public static Matcher<View> digits(Matcher<View> view) {
    return card(ModelVersionRow.DIGITS, view);
  }

  private static Matcher<View> card(String kind, Matcher<View> view) {
    return allOf(view, isDescendantOfA(withTagValue(is((Object) kind))));
  }
}
