package app.inkling;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.doesNotExist;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static app.inkling.screens.Seen.gone;
import static app.inkling.screens.Seen.says;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertEquals;

import android.database.sqlite.SQLiteDatabase;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.PackedFiles;
import app.inkling.data.InklingDatabase;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.screens.App;
import app.inkling.screens.Finger;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/** When something is broken the screens say so, and what can still be done is done. */
@RunWith(AndroidJUnit4.class)
public final class FaultsTest {
  @Rule
  public final App app = new App();

  /** The app packed without anything in it. */
  public static final class Unpacked extends InklingApplication {
    @Override
    protected PackedFiles createFiles() {
      return new PackedFiles() {
        @Override
        public byte[] read(String name) throws IOException {
          throw new FileNotFoundException(name);
        }

        @Override
        public ByteBuffer map(String name) throws IOException {
          throw new FileNotFoundException(name);
        }
      };
    }
  }

  @Test
  @Config(application = Unpacked.class)
  public void keepsDrawingsThatCannotBeReadAndSaysWhy() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(4, 0).drawing()));
    app.settle();
    onView(withId(R.id.caption)).check(matches(says(
        allOf(containsString("can't be read just now, but they are kept"),
            containsString("models/digits.inkling")))));
    assertEquals(1, app.stored().drawings());
    onView(withId(R.id.open_history)).perform(click());
    app.settle();
    onView(withText("Not read yet")).check(matches(isDisplayed()));
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.engine)).check(matches(says(startsWith("Drawings can't be read"))));
    onView(withId(R.id.licences)).perform(scrollTo(), click());
    app.settle();
    onView(withId(R.id.notices)).check(matches(says("The notices can't be read: NOTICE")));
  }

  @Test
  public void saysThatADrawingCouldNotBeStoredAndKeepsItOnThePad() {
    app.launch();
    breakTable("prediction");
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(4, 0).drawing()));
    app.settle();
    onView(withText(startsWith("That could not be stored:"))).check(matches(isDisplayed()));
    onView(withId(R.id.pad)).check(matches(withContentDescription("Drawing pad, 2 strokes.")));
    onView(withId(R.id.figure)).check(matches(says("4")));
  }

  @Test
  public void saysThatHistoryCannotBeShown() {
    app.launch();
    breakTable("drawing");
    onView(withId(R.id.open_history)).perform(click());
    app.settle();
    onView(withText(startsWith("History can't be shown."))).check(matches(isDisplayed()));
    onView(withText(R.string.history_empty_title)).check(matches(gone()));
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.stored)).check(matches(says(startsWith("What is stored can't be counted:"))));
    onView(withText(R.string.you_stored_none)).check(doesNotExist());
  }

  /** Renames a table under the app's feet, from the disk thread. */
  private void breakTable(String table) {
    app.container().executors().disk().execute(() -> {
      try (SQLiteDatabase raw = SQLiteDatabase.openDatabase(ApplicationProvider.getApplicationContext()
          .getDatabasePath(InklingDatabase.FILE).getPath(), null, SQLiteDatabase.OPEN_READWRITE)) {
        raw.execSQL("ALTER TABLE " + table + " RENAME TO broken");
      }
    });
    app.settle();
  }
}
