package app.inkling;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.data.InklingDatabase;
import app.inkling.mllib.data.stroke.StrokeFormat;
import app.inkling.mllib.suggest.LearnedWord;
import app.inkling.screens.App;
import app.inkling.settings.DataActions;
import app.inkling.settings.DataReport;
import app.inkling.testing.Habits;
import app.inkling.testing.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** Everything taken along, taken in and erased without a trace. */
@RunWith(AndroidJUnit4.class)
public final class YourDataTest {
  private static final Uri FILE = Uri.parse("content://app.inkling.test/archive");

  /** Ink that occurs nowhere else. */
  private static final String INK = "0,123.25,77.75;16,211.5,401.25";

  /** A word that occurs nowhere else. */
  private static final String WORD = "zyxoquin";

  @Rule
  public final App app = new App();

  private final Context context = ApplicationProvider.getApplicationContext();

  @Test
  public void erasesEveryTraceAndAnExportBringsAllBack() throws Exception {
    store(1);
    app.words().learn("hello " + WORD, Habits.MESSAGE);
    app.words().keep("teh", Habits.MESSAGE);
    app.teachSevens(12);
    app.container().digitTrainings().start(app.container().trainingSettings().values().getValue().depth());
    app.settleTraining();
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    shadowOf(context.getContentResolver()).registerOutputStream(FILE, archive);
    app.container().yourData().exportTo(FILE);
    assertEquals(new DataReport(DataReport.Kind.EXPORTED, 13, 2, ""), report());
    assertTrue("the ink should be in the database before", databaseHolds("211.5,401.25"));
    assertTrue("the word should be in the database before", databaseHolds(WORD));
    app.container().yourData().erase();
    assertEquals(new DataReport(DataReport.Kind.ERASED, 0, 0, ""), report());
    assertFalse("the ink is still in the database's file", databaseHolds("211.5,401.25"));
    assertFalse("the word is still in the database's file", databaseHolds(WORD));
    assertFalse(learned().contains(WORD));
    assertEquals(0, app.stored().drawings());
    shadowOf(context.getContentResolver()).registerInputStream(
        FILE, new ByteArrayInputStream(archive.toByteArray()));
    app.container().yourData().importFrom(FILE);
    assertEquals(new DataReport(DataReport.Kind.IMPORTED, 13, 1, ""), report());
    assertEquals(13, app.stored().drawings());
    assertTrue(learned().contains(WORD));
  }

  @Test
  public void refusesAHostileArchiveAndTakesInNothing() throws Exception {
    ByteArrayOutputStream hostile = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(hostile)) {
      zip.putNextEntry(new ZipEntry("../../databases/inkling.db"));
      zip.write("gotcha".getBytes(StandardCharsets.UTF_8));
    }
    shadowOf(context.getContentResolver()).registerInputStream(
        FILE, new ByteArrayInputStream(hostile.toByteArray()));
    app.container().yourData().importFrom(FILE);
    assertEquals(DataReport.Kind.FAILED, report().kind());
    assertFalse(report().problem().isEmpty());
    assertEquals(0, app.stored().drawings());
  }

  @Test
  public void asksBeforeEverythingIsErasedAlsoInAWindowMadeAnew() {
    app.launch();
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.data_erase)).perform(scrollTo(), click());
    app.settle();
    app.launched().recreate();
    app.settle();
    assertNull("nothing is erased by a question", report());
    onView(withText(R.string.data_erase_all)).inRoot(isDialog()).perform(click());
    app.settleTraining();
    assertEquals(DataReport.Kind.ERASED, report().kind());
  }

  /** A learned network that says what was written is named before it leaves; one that says nothing is not. */
  @Test
  public void warnsOfASentenceThatALearnedNetworkWouldTell() throws Exception {
    assertEquals(List.of(), told());
    app.words().learn(Secret.SENTENCE, Habits.MESSAGE);
    app.words().learn("see you tomorrow", Habits.MESSAGE);
    assertEquals("nothing was learned from it yet", List.of(), told());
    Path planted = Secret.plant(app);
    assertEquals(List.of(Secret.SENTENCE), told());
    app.launch();
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.data_export)).perform(scrollTo(), click());
    app.settleTraining();
    onView(withText(containsString(Secret.SENTENCE))).inRoot(isDialog()).check(matches(isDisplayed()));
    onView(withText(R.string.cancel)).inRoot(isDialog()).perform(click());
    assertNull("cancelled: no file is asked for", started());
    CountDownLatch hold = new CountDownLatch(1);
    app.container().executors().training().execute(() -> await(hold));
    onView(withId(R.id.data_export)).perform(scrollTo(), click());
    app.launched().recreate();
    hold.countDown();
    app.settleTraining();
    onView(withText(R.string.data_told_anyway)).inRoot(isDialog()).perform(click());
    assertEquals(Intent.ACTION_CREATE_DOCUMENT, started().getAction());
    Files.write(planted, new byte[100]);
    app.container().yourData().checkBeforeExport();
    assertEquals(DataReport.Kind.FAILED, report().kind());
    assertNull("nobody can know", app.container().yourData().told().getValue());
    Files.delete(planted);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the window asked the system for last; null when it asked for nothing. */
  private Intent started() {
    Intent[] asked = new Intent[1];
    app.launched().onActivity(activity -> asked[0] = shadowOf(activity).getNextStartedActivity());
    return asked[0];
  }

  /** More than can be read are counted. */
  @Test
  public void namesAtMostFiveOfTheSentencesThatWouldBeTold() throws Exception {
    for (String start : new String[] {"the", "a", "my", "your", "our", "this", "that"}) {
      app.words().learn(start + Secret.SENTENCE.substring(3), Habits.MESSAGE);
    }
    Path planted = Secret.plant(app);
    assertEquals(7, told().size());
    app.launch();
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.data_export)).perform(scrollTo(), click());
    app.settleTraining();
    onView(withText(allOf(containsString("our window"), not(containsString("this window")),
        containsString("and 2 more")))).inRoot(isDialog()).check(matches(isDisplayed()));
    onView(withText(R.string.cancel)).inRoot(isDialog()).perform(click());
    Files.delete(planted);
  }

  private List<String> told() {
    DataActions data = app.container().yourData();
    data.checkBeforeExport();
    assertEquals(DataReport.Kind.CHECKED, report().kind());
    List<String> told = data.told().getValue();
    App.onMain(data::toldSeen);
    return told;
  }

  private void store(int number) throws Exception {
    app.container().drawings().putInk("00000000-0000-4000-8000-00000000000" + number,
        StrokeFormat.parse(INK, 500, 500), null, number);
    app.settle();
  }

  private List<String> learned() {
    List<List<String>> words = new ArrayList<>();
    app.words().learned(all -> words.add(all.stream().map(LearnedWord::word).toList()));
    app.settle();
    return words.get(0);
  }

  private DataReport report() {
    app.settleTraining();
    return app.container().yourData().report().getValue();
  }

  private boolean databaseHolds(String text) throws IOException {
    for (String suffix : new String[] {"", "-wal", "-journal"}) {
      File file = new File(context.getDatabasePath(InklingDatabase.FILE).getPath() + suffix);
      if (file.exists() && new String(Files.readAllBytes(file.toPath()), StandardCharsets.ISO_8859_1)
          .contains(text)) {
        return true;
      }
    }
    return false;
  }
}
