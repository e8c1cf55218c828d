package app.inkling;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static app.inkling.screens.Seen.says;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertSame;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.content.pm.PackageManager;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.screens.App;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.shadows.ShadowActivity.PermissionsRequest;

/** The notice of a session may be forbidden: it is asked for once, and learning goes on without it. */
@RunWith(AndroidJUnit4.class)
public final class PermissionTest {
  @Rule
  public final App app = new App();

  @Test
  public void learnsWithoutTheNoticeAndAsksForItOnce() {
    app.launch();
    app.teachSevens(12);
    onView(withId(R.id.place_train)).perform(click());
    app.settle();
    learn();
    PermissionsRequest asked = asked();
    assertNotNull("asked for nothing", asked);
    assertArrayEquals(new String[] {Manifest.permission.POST_NOTIFICATIONS}, asked.requestedPermissions);
    app.launched().onActivity(activity -> activity.onRequestPermissionsResult(asked.requestCode,
        asked.requestedPermissions, new int[] {PackageManager.PERMISSION_DENIED}));
    app.settleTraining();
    onView(withId(R.id.session_title)).perform(scrollTo()).check(matches(says("Learned")));

    app.teachSevens(20);
    learn();
    app.settleTraining();
    assertSame("asked a second time", asked, asked());
  }

  private void learn() {
    onView(withId(R.id.start)).perform(scrollTo(), click());
  }

  private PermissionsRequest asked() {
    PermissionsRequest[] request = new PermissionsRequest[1];
    app.launched().onActivity(activity -> request[0] = shadowOf(activity).getLastRequestedPermission());
    return request[0];
  }
}
