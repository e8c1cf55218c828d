package app.inkling.engines;

import static org.junit.Assert.assertEquals;

import android.app.ActivityManager;
import android.app.Application;
import android.app.ApplicationExitInfo;
import android.os.Build;
import android.system.Os;
import android.system.OsConstants;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowActivityManager;

/** What the phone tells of itself and of how the app ended. */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class PhoneTest {
  private final Application app = ApplicationProvider.getApplicationContext();
  private final ShadowActivityManager manager =
      Shadows.shadowOf(app.getSystemService(ActivityManager.class));

  @Test
  public void tellsOfACrashInNativeCodeIfThatWasTheLastEnd() {
    assertEquals("it never ended", 0, Phone.lastNativeCrash(app));
    ended(ApplicationExitInfo.REASON_CRASH_NATIVE, 1000);
    assertEquals(1000, Phone.lastNativeCrash(app));
    ended(ApplicationExitInfo.REASON_USER_REQUESTED, 2000);
    assertEquals("that is over", 0, Phone.lastNativeCrash(app));
  }

  @Test
  @Config(sdk = 26)
  public void knowsNothingOfThatOnOldAndroids() {
    assertEquals(0, Phone.lastNativeCrash(app));
    assertEquals(26, Phone.of(app).sdk());
  }

  @Test
  public void knowsThePhone() {
    Phone phone = Phone.of(app);
    assertEquals(35, phone.sdk());
    assertEquals(Build.FINGERPRINT, phone.system());
    assertEquals(Os.sysconf(OsConstants._SC_PAGESIZE), phone.pageBytes());
    assertEquals(app.getCodeCacheDir(), phone.codeCache());
  }

  private void ended(int reason, long when) {
    manager.addApplicationExitInfo(ShadowActivityManager.ApplicationExitInfoBuilder.newBuilder()
        .setReason(reason).setTimestamp(when).setPid(1).build());
  }
}
