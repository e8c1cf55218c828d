package app.inkling.keyboard;

import android.graphics.Rect;
import android.os.Bundle;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat.AccessibilityActionCompat;
import androidx.customview.widget.ExploreByTouchHelper;
import java.util.List;

/** Tells TalkBack of each key as of a button. */
final class KeyExplorer extends ExploreByTouchHelper {
  private final KeysView keys;

  KeyExplorer(KeysView keys) {
    super(keys);
    this.keys = keys;
  }

  @Override
  protected int getVirtualViewAt(float x, float y) {
    return keys.grid().cells().indexOf(keys.grid().at(x, y));
  }

  @Override
  protected void getVisibleVirtualViews(List<Integer> ids) {
    for (int id = 0; id < keys.grid().cells().size(); id++) {
      ids.add(id);
    }
  }

  @Override
  @SuppressWarnings("deprecation") // the helper itself still asks for bounds in the parent
  protected void onPopulateNodeForVirtualView(int id, @NonNull AccessibilityNodeInfoCompat node) {
    List<KeyGrid.Cell> cells = keys.grid().cells();
    if (id >= cells.size()) {
      node.setContentDescription("");
      node.setBoundsInParent(new Rect(0, 0, 1, 1));
      return;
    }
    KeyGrid.Cell cell = cells.get(id);
    node.setContentDescription(KeyText.spoken(keys.getResources(), cell.key(), keys.state()));
    node.setClassName("android.inputmethodservice.Keyboard$Key");
    node.addAction(AccessibilityActionCompat.ACTION_CLICK);
    node.setBoundsInParent(new Rect(Math.round(cell.left()), Math.round(cell.top()), Math.round(cell.right()),
        Math.round(cell.bottom())));
  }

  @Override
  protected boolean onPerformActionForVirtualView(int id, int action, @Nullable Bundle arguments) {
    if (action != AccessibilityNodeInfoCompat.ACTION_CLICK || id >= keys.grid().cells().size()) {
      return false;
    }
    keys.press(keys.grid().cells().get(id).key());
    return true;
  }
}
