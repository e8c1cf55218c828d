package app.inkling;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static app.inkling.screens.Seen.says;
import static org.junit.Assert.assertEquals;

import android.os.Bundle;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.screens.App;
import app.inkling.screens.Finger;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;

/** A drawing outlives whatever Android does to the window and the process. */
@RunWith(AndroidJUnit4.class)
public final class LifecycleTest {
  @Rule
  public final App app = new App();

  @Test
  public void keepsTheDrawingWhenTheProcessDies() {
    Bundle saved = new Bundle();
    try (ActivityController<MainActivity> first = Robolectric.buildActivity(MainActivity.class)) {
      first.setup();
      app.settle();
      onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(4, 0).drawing()));
      app.settle();
      onView(withId(R.id.that_was)).perform(click());
      onView(app.sheetDigit(9)).inRoot(isDialog()).perform(click());
      app.settle();
      first.pause().stop().saveInstanceState(saved);
    }
    // Nothing but the saved state and the database reaches the next window: its view models are new.
    try (ActivityController<MainActivity> second = Robolectric.buildActivity(MainActivity.class)) {
      second.setup(saved);
      app.settle();
      onView(withId(R.id.pad)).check(matches(withContentDescription("Drawing pad, 2 strokes.")));
      onView(withId(R.id.caption)).check(matches(says("You said 9")));
      onView(withId(R.id.undo_stroke)).perform(click());
      app.settle();
      assertEquals(1, drawings());
    }
  }

  @Test
  public void beginsWithBlankPaperAfterAProperEnd() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(4, 0).drawing()));
    app.settle();
    app.launched().close();
    app.launch();
    onView(withId(R.id.pad)).check(matches(withContentDescription(R.string.pad_blank_spoken)));
    assertEquals(1, drawings());
  }

  @Test
  public void keepsWhatTheFingerIsDrawingWhenThePhoneIsTurned() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.drawsAndStays(Glyphs.digit(4, 0).drawing()));
    RuntimeEnvironment.setQualifiers("w891dp-h411dp-land-xxhdpi");
    app.launched().recreate();
    app.settle();
    onView(withId(R.id.pad)).check(matches(withContentDescription("Drawing pad, 2 strokes.")));
    onView(withId(R.id.figure)).check(matches(says("4")));
    onView(withId(R.id.undo_stroke)).perform(click());
    onView(withId(R.id.pad)).check(matches(withContentDescription("Drawing pad, 1 stroke.")));
  }

  @Test
  public void keepsTheSheetOpenWhenThePhoneIsTurned() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(1, 0).drawing()));
    app.settle();
    onView(withId(R.id.that_was)).perform(click());
    app.settle();
    RuntimeEnvironment.setQualifiers("w891dp-h411dp-land-xxhdpi");
    app.launched().recreate();
    app.settle();
    onView(app.sheetDigit(7)).inRoot(isDialog()).perform(click());
    app.settle();
    onView(withId(R.id.caption)).check(matches(says("You said 7")));
  }

  private int drawings() {
    return app.stored().drawings();
  }
}
