package app.inkling.screens;

import android.os.SystemClock;
import android.view.MotionEvent;
import android.view.View;
import androidx.test.espresso.UiController;
import androidx.test.espresso.ViewAction;
import androidx.test.espresso.matcher.ViewMatchers;
import app.inkling.keyboard.Key;
import app.inkling.keyboard.KeyGrid;
import app.inkling.keyboard.Layout;
import app.inkling.suggest.Field.Purpose;
import org.hamcrest.Matcher;

/** A finger on the keyboard's keys. */
public final class Typing {
  private static final long BETWEEN_KEYS_MILLIS = 800;

  private Typing() {}

  /** Touches the keys of {@code text}, small letters, spaces, commas and full stops, one after the other. */
  public static ViewAction types(String text) {
    return new ViewAction() {
      @Override
      public Matcher<View> getConstraints() {
        return ViewMatchers.isDisplayed();
      }

      @Override
      public String getDescription() {
        return "type " + text;
      }

      @Override
      public void perform(UiController controller, View keys) {
        for (String letter : text.split("")) {
          touch(keys, letter.equals(" ") ? key(keys, Key.Action.SPACE, "") : key(keys, Key.Action.TYPE, letter));
          controller.loopMainThreadForAtLeast(BETWEEN_KEYS_MILLIS);
        }
      }
    };
  }

  /** Touches the delete key. */
  public static ViewAction deletes() {
    return new ViewAction() {
      @Override
      public Matcher<View> getConstraints() {
        return ViewMatchers.isDisplayed();
      }

      @Override
      public String getDescription() {
        return "delete";
      }

      @Override
      public void perform(UiController controller, View keys) {
        touch(keys, key(keys, Key.Action.DELETE, ""));
        controller.loopMainThreadUntilIdle();
      }
    };
  }

  private static KeyGrid.Cell key(View keys, Key.Action action, String text) {
    return new KeyGrid(Layout.of(Purpose.TEXT), keys.getWidth(), keys.getHeight()).cells().stream()
        .filter(cell -> cell.key().action() == action && cell.key().text().equals(text)).findFirst().get();
  }

  private static void touch(View keys, KeyGrid.Cell cell) {
    long now = SystemClock.uptimeMillis();
    for (int action : new int[] {MotionEvent.ACTION_DOWN, MotionEvent.ACTION_UP}) {
      MotionEvent event = MotionEvent.obtain(now, now, action, (cell.left() + cell.right()) / 2,
          (cell.top() + cell.bottom()) / 2, 0);
      keys.dispatchTouchEvent(event);
      event.recycle();
    }
  }
}
