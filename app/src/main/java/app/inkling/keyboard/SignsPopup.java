package app.inkling.keyboard;

import android.graphics.Canvas;
import android.graphics.RectF;
import androidx.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;

/** What pops up above a pressed key: the key's sign, or the choice behind a long press. */
final class SignsPopup {
  private final List<String> signs;
  private final List<RectF> places = new ArrayList<>();
  private final boolean choice;
  private int chosen;

  /**
   * @param cell the key, in pixels from the keyboard's top, which lies {@code offset} below the popup's room
   * @param width of the room; the signs stay inside
   */
  private SignsPopup(List<String> signs, KeyGrid.Cell cell, float offset, float width, boolean choice) {
    this.signs = signs;
    this.choice = choice;
    float size = cell.bottom() - cell.top();
    float each = Math.min(Math.max(cell.right() - cell.left(), size * 0.8f), width / signs.size());
    float left = Math.max(0, Math.min(width - each * signs.size(), (cell.left() + cell.right() - each) / 2));
    float top = Math.max(0, cell.top() + offset - size);
    for (int i = 0; i < signs.size(); i++) {
      places.add(new RectF(left + i * each, top, left + (i + 1) * each, top + size));
    }
  }

  static SignsPopup preview(String sign, KeyGrid.Cell cell, float offset, float width) {
    return new SignsPopup(List.of(sign), cell, offset, width, false);
  }

  static SignsPopup choice(List<String> signs, KeyGrid.Cell cell, float offset, float width) {
    return new SignsPopup(signs, cell, offset, width, true);
  }

  /** The sign above or below x becomes the chosen one. */
  void moveTo(float x) {
    chosen = 0;
    for (int i = 0; i < places.size(); i++) {
      if (x >= places.get(i).left) {
        chosen = i;
      }
    }
  }

  @Nullable
  String chosen() {
    return choice ? signs.get(chosen) : null;
  }

  void draw(Canvas canvas, KeyPainter painter) {
    for (int i = 0; i < signs.size(); i++) {
      painter.drawSign(canvas, places.get(i), signs.get(i), choice && i == chosen);
    }
  }
}
