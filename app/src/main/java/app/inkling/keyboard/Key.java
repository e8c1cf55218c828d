package app.inkling.keyboard;

import java.util.List;

/**
 * A key of a layout.
 *
 * @param text what it types, small where it is a letter; its label, too, where it types
 * @param alternates what a long press offers instead, the likeliest first
 * @param width in units of a letter key
 */
public record Key(Action action, String text, List<String> alternates, float width) {
  /** What pressing does. */
  public enum Action { TYPE, SPACE, SHIFT, DELETE, ENTER, LETTERS, SYMBOLS, MORE_SYMBOLS, SWITCH }

  static Key typing(String text, String... alternates) {
    return new Key(Action.TYPE, text, List.of(alternates), 1);
  }

  static Key of(Action action, float width) {
    return new Key(action, "", List.of(), width);
  }

  Key wide(float units) {
    return new Key(action, text, alternates, units);
  }
}
