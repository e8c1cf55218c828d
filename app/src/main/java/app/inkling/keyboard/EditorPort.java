package app.inkling.keyboard;

import app.inkling.suggest.Field.EnterAction;

/**
 * The text field that is typed into, as far as typing needs it. What stands there is always asked for anew:
 * fields change under a keyboard's hands. Nothing is ever left "composing": each key's text is in the field
 * at once, so a keyboard that dies loses nothing.
 */
public interface EditorPort {
  /** At most {@code length} characters right before the cursor or selection; empty if the field won't tell. */
  String before(int length);

  /** At most {@code length} characters right after the cursor or selection; empty if the field won't tell. */
  String after(int length);

  /** Some text is selected. */
  boolean selecting();

  /**
   * One edit: removes {@code before} characters before the cursor and {@code after} behind it, puts
   * {@code text} there in place of any selection, and leaves the cursor behind it.
   */
  void replace(int before, int after, String text);

  /** Deletes backwards as a key of a hardware keyboard would: for fields that won't tell their text. */
  void pressDelete();

  /** Carries out the field's own action, or a line break where that is {@link EnterAction#NEW_LINE}. */
  void enter(EnterAction action);

  /** Moves the cursor by so many characters, backwards if negative, no further than the text goes. */
  void moveCursor(int characters);
}
