package app.inkling.testing;

import android.graphics.Rect;
import android.text.Layout;
import android.view.View;
import android.view.ViewGroup;
import android.view.inspector.WindowInspector;
import android.widget.EditText;
import android.widget.TextView;
import app.inkling.R;
import java.util.ArrayList;
import java.util.List;

/** Texts on the screen that a user would see as wrongly set. Fields to write in are left out, and
 * words that the keyboard offers. */
public final class Texts {
  private Texts() {}

  /** What of the uppermost window is cut: ends in three dots, or is larger than its view. */
  public static List<String> cut() {
    List<String> cut = new ArrayList<>();
    for (TextView view : shown()) {
      Layout layout = view.getLayout();
      boolean dots = false;
      for (int line = 0; line < layout.getLineCount(); line++) {
        dots |= layout.getEllipsisCount(line) > 0;
      }
      int room = view.getHeight() - view.getCompoundPaddingTop() - view.getCompoundPaddingBottom();
      if (dots || layout.getHeight() > room) {
        cut.add(view.getText().toString());
      }
    }
    return cut;
  }

  /** What of it begins at the left of its room, for a language whose lines begin at the right. */
  public static List<String> beginningAtTheLeft() {
    List<String> wrong = new ArrayList<>();
    for (TextView view : shown()) {
      if (view.getLayoutParams().width == ViewGroup.LayoutParams.WRAP_CONTENT) {
        continue;
      }
      Layout layout = view.getLayout();
      float before = layout.getLineLeft(0);
      float after = layout.getWidth() - layout.getLineRight(0);
      if (after > before + 2) {
        wrong.add(view.getText().toString());
      }
    }
    return wrong;
  }

  private static List<TextView> shown() {
    List<View> windows = WindowInspector.getGlobalWindowViews();
    List<TextView> found = new ArrayList<>();
    collect(windows.get(windows.size() - 1), found);
    return found;
  }

  private static void collect(View view, List<TextView> found) {
    if (view instanceof TextView text && !(view instanceof EditText)) {
      if (text.isShown() && text.getLayout() != null && text.length() > 0
          && text.getGlobalVisibleRect(new Rect())) {
        found.add(text);
      }
    } else if (view instanceof ViewGroup group && view.getId() != R.id.strip) {
      for (int i = 0; i < group.getChildCount(); i++) {
        collect(group.getChildAt(i), found);
      }
    }
  }
}
