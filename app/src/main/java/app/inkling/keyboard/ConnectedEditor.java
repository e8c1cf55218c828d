package app.inkling.keyboard;

import android.os.SystemClock;
import android.view.KeyCharacterMap;
import android.view.KeyEvent;
import android.view.inputmethod.EditorInfo;
import android.view.inputmethod.InputConnection;
import androidx.annotation.Nullable;
import app.inkling.suggest.Field.EnterAction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The field behind an {@link InputConnection}, which may be gone at any moment: then nothing happens. */
public final class ConnectedEditor implements EditorPort {
  private final Supplier<InputConnection> connection;
  private final IntSupplier ownAction;

  /**
   * @param connection the present one, or null
   * @param ownAction number of the action that the present field has a label of its own for
   */
  public ConnectedEditor(Supplier<InputConnection> connection, IntSupplier ownAction) {
    this.connection = connection;
    this.ownAction = ownAction;
  }

  @Override
  public String before(int length) {
    InputConnection field = connection.get();
    return field == null ? "" : text(field.getTextBeforeCursor(length, 0));
  }

  @Override
  public String after(int length) {
    InputConnection field = connection.get();
    return field == null ? "" : text(field.getTextAfterCursor(length, 0));
  }

  private static String text(@Nullable CharSequence told) {
    return told == null ? "" : told.toString();
  }

  @Override
  public boolean selecting() {
    InputConnection field = connection.get();
    return field != null && !text(field.getSelectedText(0)).isEmpty();
  }

  @Override
  public void replace(int before, int after, String text) {
    InputConnection field = connection.get();
    if (field == null) {
      return;
    }
    field.beginBatchEdit();
    field.finishComposingText();
    if (before > 0 || after > 0) {
      field.deleteSurroundingText(before, after);
    }
    field.commitText(text, 1);
    field.endBatchEdit();
  }

  @Override
  public void pressDelete() {
    press(KeyEvent.KEYCODE_DEL);
  }

  @Override
  public void enter(EnterAction action) {
    InputConnection field = connection.get();
    if (field == null) {
      return;
    }
    switch (action) {
      case NEW_LINE -> press(KeyEvent.KEYCODE_ENTER);
      case DONE -> field.performEditorAction(EditorInfo.IME_ACTION_DONE);
      case GO -> field.performEditorAction(EditorInfo.IME_ACTION_GO);
      case NEXT -> field.performEditorAction(EditorInfo.IME_ACTION_NEXT);
      case PREVIOUS -> field.performEditorAction(EditorInfo.IME_ACTION_PREVIOUS);
      case SEARCH -> field.performEditorAction(EditorInfo.IME_ACTION_SEARCH);
      case CUSTOM -> field.performEditorAction(ownAction.getAsInt());
      case SEND -> field.performEditorAction(EditorInfo.IME_ACTION_SEND);
    }
  }

  @Override
  public void moveCursor(int characters) {
    for (int i = 0; i < Math.abs(characters); i++) {
      press(characters < 0 ? KeyEvent.KEYCODE_DPAD_LEFT : KeyEvent.KEYCODE_DPAD_RIGHT);
    }
  }

  private void press(int key) {
    InputConnection field = connection.get();
    if (field != null) {
      long now = SystemClock.uptimeMillis();
      for (int action : new int[] {KeyEvent.ACTION_DOWN, KeyEvent.ACTION_UP}) {
        field.sendKeyEvent(new KeyEvent(now, now, action, key, 0, 0, KeyCharacterMap.VIRTUAL_KEYBOARD, 0,
            KeyEvent.FLAG_SOFT_KEYBOARD | KeyEvent.FLAG_KEEP_TOUCH_MODE));
      }
    }
  }
}
