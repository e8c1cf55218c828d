package app.inkling;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static app.inkling.screens.Seen.gone;
import static app.inkling.screens.Seen.says;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.screens.App;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The system's pickers of files, through which an archive goes out and comes in. */
@RunWith(AndroidJUnit4.class)
public final class PickersTest {
  private static final Uri FILE = Uri.parse("content://app.inkling.test/picked");

  @Rule
  public final App app = new App();

  private final Context context = ApplicationProvider.getApplicationContext();

  @Before
  public void openYou() {
    app.teachSevens(3);
    app.launch();
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
  }

  @Test
  public void takesAnArchiveAlongAndInAgain() {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    shadowOf(context.getContentResolver()).registerOutputStream(FILE, archive);
    Intent create = pick(R.id.data_export);
    assertEquals(Intent.ACTION_CREATE_DOCUMENT, create.getAction());
    assertEquals("application/zip", create.getType());
    String name = create.getStringExtra(Intent.EXTRA_TITLE);
    assertTrue(name, name.matches("inkling-\\d{4}-\\d\\d-\\d\\d\\.zip"));
    answer(create, Activity.RESULT_OK, FILE);
    onView(withId(R.id.data_report)).check(matches(says(startsWith("Exported: 3 drawings"))));

    app.container().drawings().removeAll(removed -> { });
    app.settle();
    shadowOf(context.getContentResolver()).registerInputStream(
        FILE, new ByteArrayInputStream(archive.toByteArray()));
    Intent open = pick(R.id.data_import);
    assertEquals(Intent.ACTION_OPEN_DOCUMENT, open.getAction());
    answer(open, Activity.RESULT_OK, FILE);
    assertEquals(3, app.stored().drawings());
  }

  @Test
  public void doesNothingWhenNoFileIsPicked() {
    for (int button : new int[] {R.id.data_export, R.id.data_import}) {
      answer(pick(button), Activity.RESULT_CANCELED, null);
      onView(withId(R.id.data_report)).check(matches(gone()));
      assertEquals(3, app.stored().drawings());
    }
  }

  /** Touches a button and returns what it asks the system for. */
  private Intent pick(int button) {
    onView(withId(button)).perform(scrollTo(), click());
    app.settleTraining(); // what was learned is looked at for secrets before it goes out
    Intent[] asked = new Intent[1];
    app.launched().onActivity(activity -> asked[0] = shadowOf(activity).getNextStartedActivity());
    return asked[0];
  }

  private void answer(Intent asked, int result, Uri file) {
    app.launched().onActivity(activity ->
        shadowOf(activity).receiveResult(asked, result, file == null ? null : new Intent().setData(file)));
    app.settleTraining();
  }
}
