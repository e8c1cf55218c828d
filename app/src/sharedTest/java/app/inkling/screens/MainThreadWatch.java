package app.inkling.screens;

import android.os.StrictMode;
import androidx.test.platform.app.InstrumentationRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Notes whatever reads or writes storage on the main thread while it is open. Needs Android 9. */
public final class MainThreadWatch implements AutoCloseable {
  private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
  private StrictMode.ThreadPolicy before;

  public MainThreadWatch() {
    InstrumentationRegistry.getInstrumentation().runOnMainSync(() -> {
      before = StrictMode.getThreadPolicy();
      StrictMode.setThreadPolicy(new StrictMode.ThreadPolicy.Builder()
          .detectDiskReads().detectDiskWrites().detectNetwork()
          .penaltyListener(Runnable::run, violation -> violations.add(violation.toString()))
          .build());
    });
  }

  /** What was seen so far, one text each. */
  public List<String> violations() {
    InstrumentationRegistry.getInstrumentation().waitForIdleSync();
    return List.copyOf(violations);
  }

  @Override
  public void close() {
    InstrumentationRegistry.getInstrumentation().runOnMainSync(() -> StrictMode.setThreadPolicy(before));
  }
}
