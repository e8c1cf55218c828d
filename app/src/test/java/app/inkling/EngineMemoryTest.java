package app.inkling;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import android.app.Application;
import android.os.Looper;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.AppExecutors;
import app.inkling.common.AssetFiles;
import app.inkling.engines.EngineModel;
import app.inkling.engines.Phone;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.testing.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowBuild;

/** How long the app remembers what it found out about engines, over several of its processes. */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class EngineMemoryTest {
  private final Application context = ApplicationProvider.getApplicationContext();
  private final List<Thread> tried = new ArrayList<>();

  @Test
  public void enginesAreTriedAnewAfterAnUpdateOfTheAppOrOfAndroidAndOffTheMainThread() {
    assertEquals("first start", 1, trials());
    assertEquals("the same again", 0, trials());
    ShadowBuild.setFingerprint("the next Android");
    assertEquals("after an update of Android", 1, trials());
    assertEquals("the same again", 0, trials());
    Shadows.shadowOf(context.getPackageManager())
        .getInternalMutablePackageInfo(context.getPackageName()).lastUpdateTime += 1000;
    assertEquals("after an update of the app", 1, trials());
    assertEquals("the same again", 0, trials());
    for (Thread thread : tried) {
      assertNotEquals(Looper.getMainLooper().getThread(), thread);
    }
  }

  /** Starts the app's parts, lets them rest and ends them; how often an engine was created meanwhile. */
  private int trials() {
    int before = tried.size();
    AppExecutors executors = AppExecutors.create();
    AppContainer container =
        new AppContainer(context, executors, new AssetFiles(context.getAssets()), this::broken);
    container.recognizer().start();
    Waiting.settle(executors);
    container.close();
    return tried.size() - before;
  }

  /** An engine that is put aside when it is first tried, and so never touched again. */
  private List<EngineFactory> broken(EngineModel model, Phone phone) {
    return List.of(new EngineFactory() {
      @Override
      public String name() {
        return "broken";
      }

      @Override
      public InferenceEngine create() throws EngineException {
        tried.add(Thread.currentThread());
        throw new EngineException(name(), EngineException.Phase.CREATE, "no such driver", null);
      }
    });
  }
}
