package app.inkling.screens;

import android.view.View;
import android.view.ViewGroup;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Where views lie on the screen. */
final class Place {
  private Place() {}

  /** A view that lies higher than one that {@code lower} matches. */
  static Matcher<View> above(Matcher<View> lower) {
    return new TypeSafeMatcher<>() {
      @Override
      protected boolean matchesSafely(View view) {
        return liesAbove(view, view.getRootView());
      }

      private boolean liesAbove(View view, View candidate) {
        if (lower.matches(candidate) && top(view) < top(candidate)) {
          return true;
        }
        if (candidate instanceof ViewGroup group) {
          for (int i = 0; i < group.getChildCount(); i++) {
            if (liesAbove(view, group.getChildAt(i))) {
              return true;
            }
          }
        }
        return false;
      }

      @Override
      public void describeTo(Description description) {
        description.appendText("lies above a view ").appendDescriptionOf(lower);
      }
    };
  }

  /** The first view that matches, of several alike. */
  static Matcher<View> first(Matcher<View> alike) {
    return new TypeSafeMatcher<>() {
      private View found;

      @Override
      protected boolean matchesSafely(View view) {
        found = found == null && alike.matches(view) ? view : found;
        return view == found;
      }

      @Override
      public void describeTo(Description description) {
        description.appendText("is the first view that is ").appendDescriptionOf(alike);
      }
    };
  }

  private static int top(View view) {
    int[] corner = new int[2];
    view.getLocationInWindow(corner);
    return corner[1];
  }
}
