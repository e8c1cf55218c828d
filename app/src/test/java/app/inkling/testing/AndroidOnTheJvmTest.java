package app.inkling.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import android.content.pm.ApplicationInfo;
import android.os.Build;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.nio.ByteBuffer;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;
import org.tensorflow.lite.Interpreter;

/** The build hands Robolectric the merged manifest, and both Android versions share one TensorFlow Lite. */
@RunWith(AndroidJUnit4.class)
public final class AndroidOnTheJvmTest {
  @Test
  public void playsTheNewestAndroidWithOurManifest() {
    ApplicationInfo app = ApplicationProvider.getApplicationContext().getApplicationInfo();
    assertEquals(35, Build.VERSION.SDK_INT);
    assertEquals("app.inkling", app.packageName);
    assertEquals(35, app.targetSdkVersion);
  }

  @Test
  @Config(sdk = 26)
  public void playsTheOldestAndroidWeRunOn() {
    assertEquals(26, Build.VERSION.SDK_INT);
    assertRefusedByNativeCode();
  }

  @Test
  public void reachesTensorFlowLitesNativeCode() {
    assertRefusedByNativeCode();
  }

  private static void assertRefusedByNativeCode() {
    ByteBuffer rubbish = ByteBuffer.allocateDirect(64);
    Throwable refusal = assertThrows(IllegalArgumentException.class, () -> new Interpreter(rubbish).close());
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("flatbuffer"));
  }
}
