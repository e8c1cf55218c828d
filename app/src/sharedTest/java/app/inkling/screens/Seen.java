package app.inkling.screens;

import static androidx.test.espresso.matcher.ViewMatchers.withEffectiveVisibility;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.is;

import android.view.View;
import androidx.test.espresso.matcher.ViewMatchers.Visibility;
import androidx.test.platform.app.InstrumentationRegistry;
import org.hamcrest.Matcher;

/**
 * What there is for people to see: a hidden view keeps its text and says nothing, and one that is scrolled
 * away is not displayed and still there.
 */
public final class Seen {
  private Seen() {}

  /** Shows this text, maybe further down. */
  public static Matcher<View> says(Matcher<String> text) {
    return allOf(withEffectiveVisibility(Visibility.VISIBLE), withText(text));
  }

  public static Matcher<View> says(String text) {
    return says(is(text));
  }

  /** @param text a resource */
  public static Matcher<View> says(int text) {
    return says(InstrumentationRegistry.getInstrumentation().getTargetContext().getString(text));
  }

  /** Takes no room anywhere on the screen. */
  public static Matcher<View> gone() {
    return withEffectiveVisibility(Visibility.GONE);
  }
}
