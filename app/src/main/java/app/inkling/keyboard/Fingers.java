package app.inkling.keyboard;

import android.os.Handler;
import android.os.Looper;
import android.view.MotionEvent;
import androidx.annotation.Nullable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fingers on keys. A key counts when its finger is lifted, or when the next finger comes down: fast typists
 * overlap. Holding a key opens what is behind it, holding delete repeats, sliding along the space bar moves the
 * cursor.
 */
final class Fingers {
  static final long LONG_PRESS_MILLIS = 350;
  static final long REPEAT_MILLIS = 60;

  /** What is drawn about fingers. */
  interface Screen {
    KeyGrid grid();

    /** Shows {@code pressed} as pressed; null for none. */
    void showPressed(@Nullable KeyGrid.Cell pressed);

    /** Opens what is behind a key; false if there is nothing. */
    boolean openAlternates(KeyGrid.Cell cell);

    /** Marks the sign under the finger as chosen. */
    void moveAlternates(float x, float y);

    /** Closes the signs; returns the chosen one, or null. */
    @Nullable
    String closeAlternates();
  }

  private static final int NONE = -1;

  private final Screen screen;
  private final KeyboardListener listener;
  private final float slideStep;
  private final Handler handler = new Handler(Looper.getMainLooper());
  private final Runnable hold = this::held;

  private int pointer = NONE;
  @Nullable
  private KeyGrid.Cell cell;
  private boolean choosing;
  private boolean sliding;
  private float slideFrom;
  private int repeats;

  /** @param slideStep pixels along the space bar for one character */
  Fingers(Screen screen, KeyboardListener listener, float slideStep) {
    this.screen = screen;
    this.listener = listener;
    this.slideStep = slideStep;
  }

  void onTouch(MotionEvent event) {
    int index = event.getActionIndex();
    switch (event.getActionMasked()) {
      case MotionEvent.ACTION_DOWN, MotionEvent.ACTION_POINTER_DOWN -> {
        finish(true);
        press(event.getPointerId(index), event.getX(index), event.getY(index));
      }
      case MotionEvent.ACTION_MOVE -> {
        int own = pointer == NONE ? NONE : event.findPointerIndex(pointer);
        if (own >= 0) {
          move(event.getX(own), event.getY(own));
        }
      }
      case MotionEvent.ACTION_UP, MotionEvent.ACTION_POINTER_UP -> {
        if (event.getPointerId(index) == pointer) {
          finish(true);
        }
      }
      case MotionEvent.ACTION_CANCEL -> finish(false);
      default -> { }
    }
  }

  /** Whatever is being pressed is let go without effect. */
  void cancel() {
    finish(false);
  }

  private void press(int finger, float x, float y) {
    pointer = finger;
    cell = screen.grid().at(x, y);
    slideFrom = x;
    repeats = 0;
    screen.showPressed(cell);
    listener.onTouch(cell.key());
    handler.postDelayed(hold, LONG_PRESS_MILLIS);
  }

  private void move(float x, float y) {
    if (choosing) {
      screen.moveAlternates(x, y);
    } else if (cell.key().action() == Key.Action.SPACE) {
      slide(x);
    } else if (repeats == 0) {
      KeyGrid.Cell under = screen.grid().at(x, y);
      if (under != cell) {
        cell = under;
        screen.showPressed(cell);
        handler.removeCallbacks(hold);
        handler.postDelayed(hold, LONG_PRESS_MILLIS);
      }
    }
  }

  private void slide(float x) {
    int steps = (int) ((x - slideFrom) / slideStep);
    if (steps != 0) {
      sliding = true;
      handler.removeCallbacks(hold);
      slideFrom += steps * slideStep;
      listener.onSlide(steps);
    }
  }

  private void held() {
    if (cell == null) {
      return;
    }
    if (cell.key().action() == Key.Action.DELETE) {
      listener.onDeleteHeld(++repeats);
      handler.postDelayed(hold, REPEAT_MILLIS);
    } else if (cell.key().action() == Key.Action.SWITCH) {
      cancel();
      listener.onSwitchHeld();
    } else {
      choosing = screen.openAlternates(cell);
    }
  }

  private void finish(boolean counts) {
    KeyGrid.Cell pressed = cell;
    handler.removeCallbacks(hold);
    pointer = NONE;
    cell = null;
    String alternate = choosing ? screen.closeAlternates() : null;
    boolean plain = counts && pressed != null && !choosing && !sliding && repeats == 0;
    boolean chosen = counts && alternate != null;
    choosing = false;
    sliding = false;
    screen.showPressed(null);
    if (plain) {
      listener.onKey(pressed.key());
    } else if (chosen) {
      listener.onAlternate(alternate);
    }
  }

  /** What a long press offers with this shift. */
  static List<String> alternates(Key key, Shift shift) {
    return key.alternates().stream().map(text -> KeyText.label(text, shift)).collect(Collectors.toList());
  }
}
