package app.inkling;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersions;
import app.inkling.screens.MainThreadWatch;
import dalvik.system.BlockGuard;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The watches over the main thread bark: without this, tests that nothing is seen would prove nothing. */
@RunWith(AndroidJUnit4.class)
public final class MainThreadWatchTest {
  @Test
  public void strictModeTellsOfStorageTouchedOnTheMainThread() {
    try (MainThreadWatch watch = new MainThreadWatch()) {
      BlockGuard.getThreadPolicy().onReadFromDisk();
      assertEquals(1, watch.violations().size());
    }
  }

  @Test
  public void theDatabaseRefusesToWorkOnTheMainThread() {
    InklingDatabase database = InklingDatabase.open(ApplicationProvider.getApplicationContext(),
        Runnable::run);
    ModelVersions versions = new ModelVersions(database);
    assertThrows(IllegalStateException.class, () -> versions.registerShipped("digits", "file", "00", "", 0));
    database.close();
  }
}
