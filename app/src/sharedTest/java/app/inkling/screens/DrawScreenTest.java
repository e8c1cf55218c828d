package app.inkling.screens;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.hasChildCount;
import static androidx.test.espresso.matcher.ViewMatchers.hasDescendant;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.isEnabled;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static app.inkling.screens.Seen.gone;
import static app.inkling.screens.Seen.says;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertEquals;

import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.Stroke;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The Draw screen. */
@RunWith(AndroidJUnit4.class)
public final class DrawScreenTest {
  private static final Drawing FOUR = Glyphs.digit(4, 0).drawing();

  @Rule
  public final App app = new App();

  @Test
  public void beginsWithBlankPaperAndNothingToUndo() {
    app.launch();
    onView(withId(R.id.pad)).check(matches(withContentDescription(R.string.pad_blank_spoken)));
    onView(withId(R.id.caption)).check(matches(says(R.string.guess_waiting)));
    onView(withId(R.id.figure)).check(matches(gone()));
    onView(withId(R.id.bars)).check(matches(gone()));
    onView(withId(R.id.undo_stroke)).check(matches(not(isEnabled())));
    onView(withId(R.id.clear)).check(matches(not(isEnabled())));
    onView(withId(R.id.that_was)).check(matches(not(isEnabled())));
  }

  @Test
  public void readsADigitAndSpeaksTheGuessWithItsRunnersUp() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(7, 0).drawing()));
    app.settle();
    onView(withId(R.id.figure)).check(matches(says("7")));
    onView(withId(R.id.caption)).check(matches(says(containsString("sure"))));
    onView(withId(R.id.bars)).check(matches(isDisplayed()));
    onView(withId(R.id.guess_content)).check(matches(withContentDescription(startsWith("7,"))));
  }

  @Test
  public void readsWhileTheFingerIsStillDown() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.drawsAndStays(Glyphs.digit(7, 0).drawing()));
    app.settle();
    onView(withId(R.id.figure)).check(matches(says("7")));
  }

  @Test
  public void takesBackOneStrokeAtATime() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(FOUR));
    onView(withId(R.id.pad)).check(matches(withContentDescription("Drawing pad, 2 strokes.")));
    onView(withId(R.id.undo_stroke)).perform(click());
    onView(withId(R.id.pad)).check(matches(withContentDescription("Drawing pad, 1 stroke.")));
    onView(withId(R.id.undo_stroke)).perform(click());
    onView(withId(R.id.pad)).check(matches(withContentDescription(R.string.pad_blank_spoken)));
  }

  @Test
  public void bringsAClearedDrawingBack() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(FOUR));
    app.settle();
    onView(withId(R.id.clear)).perform(click());
    onView(withId(R.id.pad)).check(matches(withContentDescription(R.string.pad_blank_spoken)));
    onView(withText(R.string.pad_cleared)).check(matches(isDisplayed()));
    onView(withText(R.string.undo)).perform(click());
    app.settle();
    onView(withId(R.id.pad)).check(matches(withContentDescription("Drawing pad, 2 strokes.")));
    onView(withId(R.id.figure)).check(matches(says("4")));
  }

  @Test
  public void keepsWhatTheUserSaysItWas() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(1, 0).drawing()));
    app.settle();
    onView(withId(R.id.that_was)).perform(click());
    onView(app.sheetDigit(7)).inRoot(isDialog()).perform(click());
    app.settle();
    onView(withId(R.id.figure)).check(matches(says("7")));
    onView(withId(R.id.caption)).check(matches(says("You said 7")));
  }

  @Test
  public void keepsThatTheGuessWasRight() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(FOUR));
    app.settle();
    onView(withId(R.id.that_is_right)).check(matches(isEnabled())).perform(click());
    app.settle();
    onView(withId(R.id.caption)).check(matches(says("You said 4")));
    onView(withId(R.id.that_is_right)).check(matches(not(isEnabled())));
    assertEquals(1, app.stored().named());
  }

  @Test
  public void doesNotOfferToCallARefusalRight() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(App.scribble()));
    app.settle();
    onView(withId(R.id.that_is_right)).check(matches(not(isEnabled())));
  }

  @Test
  public void readsDigitsSideBySideAsANumber() {
    app.launch();
    List<Drawing> digits = List.of(FOUR, Glyphs.digit(7, 0).drawing(), Glyphs.digit(0, 0).drawing());
    onView(withId(R.id.pad)).perform(Finger.draws(App.sideBySide(digits)));
    app.settle();
    onView(withId(R.id.figure)).check(matches(says("470")));
    onView(withId(R.id.guess_content)).check(matches(withContentDescription(containsString("470"))));
    onView(withId(R.id.that_is_right)).check(matches(not(isEnabled())));
  }

  @Test
  public void saysWhyItReadsADrawingSo() {
    app.teachSevens(3);
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(FOUR));
    app.settle();
    onView(withId(R.id.open_explanation)).perform(click());
    app.settle();
    onView(withId(R.id.explain_ink_title)).check(matches(says(containsString("4"))));
    onView(withId(R.id.explain_ink)).check(matches(withContentDescription(containsString("4"))));
    onView(withId(R.id.explain_own)).check(matches(hasChildCount(3)));
    onView(withId(R.id.explain_own_none)).check(matches(gone()));
    onView(withId(R.id.explain_general)).check(matches(hasChildCount(4)))
        .check(matches(hasDescendant(withText(startsWith("4")))));
  }

  @Test
  public void hasNothingToExplainOnBlankPaper() {
    app.launch();
    onView(withId(R.id.open_explanation)).perform(click());
    app.settle();
    onView(withId(R.id.explain_message)).check(matches(says(R.string.explain_nothing)));
  }

  @Test
  public void refusesAScribbleKindly() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(App.scribble()));
    app.settle();
    onView(withId(R.id.caption)).check(matches(says(containsString("I don't see a digit"))));
    onView(withId(R.id.that_was)).check(matches(isEnabled()));
  }

  @Test
  public void asksForALargerDrawingWhenItIsADot() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(new Drawing(100, 100, List.of(
        new Stroke(new int[] {0, 10}, new float[] {50, 51}, new float[] {50, 51})))));
    app.settle();
    onView(withId(R.id.caption)).check(matches(says(R.string.guess_refused_small)));
  }

  @Test
  public void keepsTheDrawingWhenTheWindowIsMadeAnew() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(FOUR));
    app.settle();
    app.launched().recreate();
    app.settle();
    onView(withId(R.id.pad)).check(matches(withContentDescription("Drawing pad, 2 strokes.")));
    onView(withId(R.id.figure)).check(matches(says("4")));
  }

  @Test
  public void keepsTheDrawingWhileAnotherPlaceIsOpen() {
    app.launch();
    onView(withId(R.id.pad)).perform(Finger.draws(FOUR));
    app.settle();
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.place_draw)).perform(click());
    app.settle();
    onView(withId(R.id.pad)).check(matches(withContentDescription("Drawing pad, 2 strokes.")));
  }
}
