package app.inkling.screens;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import android.os.Build;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import app.inkling.mllib.data.stroke.Glyphs;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The main thread draws: on no way through the app does it touch storage. */
@RunWith(AndroidJUnit4.class)
public final class MainThreadTest {
  @Rule
  public final App app = new App();

  @Test
  public void noScreenTouchesStorage() {
    assumeTrue("StrictMode tells listeners from Android 9 on", Build.VERSION.SDK_INT >= 28);
    app.launch();
    List<String> violations;
    try (MainThreadWatch watch = new MainThreadWatch()) {
      onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(7, 0).drawing()));
      app.settle();
      onView(withId(R.id.clear)).perform(click());
      onView(withId(R.id.open_history)).perform(click());
      app.settle();
      pressBack();
      onView(withId(R.id.place_you)).perform(click());
      app.settle();
      onView(withId(R.id.licences)).perform(scrollTo(), click());
      app.settle();
      violations = watch.violations();
    }
    assertEquals(List.of(), violations);
  }
}
