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
import static app.inkling.screens.Seen.says;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.system.Os;
import android.system.OsConstants;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import app.inkling.common.PackedFiles;
import app.inkling.data.ModelVersionRow;
import app.inkling.engines.DigitVersion;
import app.inkling.engines.EngineTable;
import app.inkling.engines.Refusal;
import app.inkling.engines.ServedModel;
import app.inkling.engines.ShippedDigits;
import app.inkling.engines.TfliteSource;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.EngineReport.Outcome;
import app.inkling.suggest.NetworkInUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The table of engines: what it says, the choice in it, measuring again. */
@RunWith(AndroidJUnit4.class)
public final class EnginesScreenTest {
  private static final Map<String, Integer> NAMES = Map.of("java", R.string.engine_java,
      "tflite-cpu", R.string.engine_cpu, "tflite-gpu", R.string.engine_gpu,
      "tflite-nnapi", R.string.engine_nnapi);

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
    for (int name : NAMES.values()) {
      onView(digits(withText(name))).perform(scrollTo()).check(matches(isDisplayed()));
    }
    for (EngineReport report : digits().reports()) {
      String said = switch (report.outcome()) {
        case CHOSEN -> "In use: the fastest that is right";
        case SLOWER -> "Right, not used: " + text(NAMES.get(digits().engine())) + " is faster";
        default -> "Can't be used: ";
      };
      assertThat(findings(NAMES.get(report.engine())), startsWith(said));
    }
  }

  @Test
  public void usesTheEngineThatIsWishedFor() {
    open();
    onView(digits(withId(R.id.engines_automatic))).perform(scrollTo()).check(matches(isChecked()));
    for (EngineReport report : digits().reports()) {
      if (report.outcome().rejected()) {
        continue; // not all phones have them all
      }
      String name = text(NAMES.get(report.engine()));
      onView(digits(withText(name))).perform(scrollTo(), click());
      app.settle();
      onView(digits(withText(name))).perform(scrollTo()).check(matches(isChecked()));
      onView(digits(withId(R.id.engines_use))).perform(scrollTo())
          .check(matches(says("In use: " + name)));
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
    assertRight(keyboard.reports().get(0));
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

  /** Real engines, each handed the file of another model. */
  @Test
  public void saysHowFarEnginesAreOffThatGiveWrongNumbers() throws IOException {
    app.launch();
    PackedFiles files = app.container().files();
    byte[] checkpoint = files.read(ShippedDigits.CHECKPOINT);
    DigitModel other = DigitModel.load(checkpoint);
    other.network().parameters().forEach(parameter -> parameter.value().fill(0.01f));
    TfliteSource othersFile = TfliteSource.exported(() -> ByteBuffer.wrap(other.toTflite()));
    ServedModel served = app.container().engines().begin(
        DigitVersion.of("wrong", "wrong", DigitModel.load(checkpoint), othersFile).engines());
    try {
      app.settle();
      showEngines();
      EngineReport cpu = digits().reports().get(0);
      assertEquals("java", digits().engine());
      String said = text(R.string.engine_large_pages);
      if (cpu.outcome() != Outcome.CREATE_FAILED) {
        assertEquals(cpu.toString(), Outcome.WRONG_NUMBERS, cpu.outcome());
        said = String.format(Locale.getDefault(),
            "differ from those of Inkling's Java by %.1e, which is too much", cpu.largestDifference());
      }
      assertThat(findings(R.string.engine_cpu), startsWith("Can't be used: "));
      assertThat(findings(R.string.engine_cpu), containsString(said));
    } finally {
      served.close();
      showTheModelInUseAgain();
    }
  }

  /** What stands below an engine's name on the digits' card. */
  private static String findings(int engine) {
    StringBuilder found = new StringBuilder();
    onView(digits(withId(R.id.engines_rows))).check((rows, missing) -> {
      ViewGroup group = (ViewGroup) rows;
      for (int i = 1; i < group.getChildCount(); i++) {
        if (((TextView) group.getChildAt(i - 1)).getText().toString().equals(text(engine))) {
          found.append(((TextView) group.getChildAt(i)).getText());
        }
      }
    });
    return found.toString();
  }

  private void showTheModelInUseAgain() {
    app.container().executors().disk().execute(() -> {
      try {
        app.container().recognizer().use(app.container().digitsInUse().load(), swapped -> { });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    app.settle();
  }

  /** On a phone whose pages are too large for the library it may be put aside, but then it says so. */
  private static void assertRight(EngineReport cpu) {
    boolean largePages = Os.sysconf(OsConstants._SC_PAGESIZE) > 4096;
    assertTrue(cpu.toString(),
        !cpu.outcome().rejected() || largePages && Refusal.of(cpu.reason()) == Refusal.LARGE_PAGES);
  }

  private void open() {
    app.launch();
    showEngines();
  }

  private void showEngines() {
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
