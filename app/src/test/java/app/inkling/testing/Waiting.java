package app.inkling.testing;

import static org.junit.Assert.assertTrue;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.Observer;
import androidx.room.RoomDatabase;
import app.inkling.common.AppExecutors;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.robolectric.shadows.ShadowLooper;

/** Waits for background work in tests that have no screen. */
public final class Waiting {
  private Waiting() {}

  /** Lets the executors finish what they have and what comes of it, main thread included. */
  public static void settle(AppExecutors executors) {
    for (int round = 0; round < 3; round++) {
      await(executors.trials());
      await(executors.compute());
      await(executors.disk());
      await(executors.typing());
      await(executors.network());
      await(executors.typing());
      ShadowLooper.idleMainLooper();
    }
  }

  /** The same, with engines' trials still going on. */
  public static void settleReading(AppExecutors executors) {
    for (int round = 0; round < 3; round++) {
      await(executors.compute());
      ShadowLooper.idleMainLooper();
    }
  }

  /** Ends what a test opened: first the database, behind what still uses it. */
  public static void close(AppExecutors executors, RoomDatabase database) {
    executors.disk().execute(database::close);
    settle(executors);
    executors.close();
  }

  /** The value of {@code data} once the executors have settled, observed meanwhile. */
  public static <T> T value(LiveData<T> data, AppExecutors executors) {
    Observer<T> observer = value -> { };
    data.observeForever(observer);
    settle(executors);
    data.removeObserver(observer);
    return data.getValue();
  }

  private static void await(Executor executor) {
    CountDownLatch done = new CountDownLatch(1);
    executor.execute(done::countDown);
    try {
      assertTrue("work in the background did not end within a minute", done.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
