package app.inkling.keyboard;

import app.inkling.suggest.Field.EnterAction;
import java.util.ArrayList;
import java.util.List;

/** A text field in memory: text, a cursor or selection, and what was asked of it. */
final class FakeEditor implements EditorPort {
  private final StringBuilder text = new StringBuilder();
  private int start;
  private int end;
  private int reads;
  private int lastMove;
  private final List<EnterAction> entered = new ArrayList<>();

  /** @param shown text with {@code |} at the cursor, or two around a selection */
  FakeEditor(String shown) {
    set(shown);
  }

  void set(String shown) {
    start = shown.indexOf('|');
    end = shown.indexOf('|', start + 1) < 0 ? start : shown.indexOf('|', start + 1) - 1;
    text.setLength(0);
    text.append(shown.replace("|", ""));
  }

  String shown() {
    StringBuilder shown = new StringBuilder(text);
    if (end > start) {
      shown.insert(end, '|');
    }
    return shown.insert(start, '|').toString();
  }

  /** So far the cursor was told to go last, whether the text went so far or not. */
  int lastMove() {
    return lastMove;
  }

  int reads() {
    return reads;
  }

  List<EnterAction> entered() {
    return entered;
  }

  @Override
  public String before(int length) {
    reads++;
    return text.substring(Math.max(0, start - length), start);
  }

  @Override
  public String after(int length) {
    reads++;
    return text.substring(end, Math.min(text.length(), end + length));
  }

  @Override
  public boolean selecting() {
    reads++;
    return end > start;
  }

  @Override
  public void replace(int before, int after, String with) {
    text.replace(start - before, end + after, with);
    start = start - before + with.length();
    end = start;
  }

  @Override
  public void pressDelete() {
    if (end > start || start > 0) {
      replace(end > start ? 0 : 1, 0, "");
    }
  }

  @Override
  public void enter(EnterAction action) {
    entered.add(action);
    if (action == EnterAction.NEW_LINE) {
      replace(0, 0, "\n");
    }
  }

  @Override
  public void moveCursor(int characters) {
    lastMove = characters;
    start = Math.max(0, Math.min(text.length(), start + characters));
    end = start;
  }
}
