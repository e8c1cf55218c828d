package app.inkling.screens;

import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;

import android.os.SystemClock;
import android.view.InputDevice;
import android.view.MotionEvent;
import android.view.View;
import androidx.test.espresso.UiController;
import androidx.test.espresso.ViewAction;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import java.util.function.Consumer;
import org.hamcrest.Matcher;

/** Draws on a view as a finger does: touch events through the window, several points to an event. */
public final class Finger implements ViewAction {
  /** Points that the screen reports in one event, as phones do that measure faster than they draw. */
  private static final int POINTS_PER_EVENT = 3;

  /** Share of the view's shorter side that a drawing's canvas takes. */
  private static final float SHARE = 0.7f;

  private final Drawing drawing;
  private final boolean lift;
  private final Consumer<Stroke> afterStroke;

  private Finger(Drawing drawing, boolean lift, Consumer<Stroke> afterStroke) {
    this.drawing = drawing;
    this.lift = lift;
    this.afterStroke = afterStroke;
  }

  /** Draws all strokes in the middle of the view. */
  public static Finger draws(Drawing drawing) {
    return new Finger(drawing, true, stroke -> { });
  }

  /**
   * As {@link #draws(Drawing)}; {@code afterStroke} is called on the main thread each time the finger is
   * lifted.
   */
  public static Finger draws(Drawing drawing, Consumer<Stroke> afterStroke) {
    return new Finger(drawing, true, afterStroke);
  }

  /** Draws and leaves the finger where the last stroke ends. */
  public static Finger drawsAndStays(Drawing drawing) {
    return new Finger(drawing, false, stroke -> { });
  }

  @Override
  public Matcher<View> getConstraints() {
    return isDisplayed();
  }

  @Override
  public String getDescription() {
    return "draws " + drawing.strokes().size() + " strokes";
  }

  @Override
  public void perform(UiController controller, View view) {
    long now = SystemClock.uptimeMillis();
    int last = drawing.strokes().size() - 1;
    for (int s = 0; s <= last; s++) {
      touch(view, drawing.strokes().get(s), now, lift || s < last);
      afterStroke.accept(drawing.strokes().get(s));
      controller.loopMainThreadUntilIdle();
    }
  }

  private void touch(View view, Stroke stroke, long start, boolean lifted) {
    float side = SHARE * Math.min(view.getWidth(), view.getHeight());
    float scale = side / Math.max(drawing.width(), drawing.height());
    int[] corner = new int[2];
    view.getLocationInWindow(corner);
    float left = corner[0] + (view.getWidth() - scale * drawing.width()) / 2;
    float top = corner[1] + (view.getHeight() - scale * drawing.height()) / 2;
    long down = start + stroke.time(0);
    View window = view.getRootView();
    send(window, event(down, down, MotionEvent.ACTION_DOWN,
        left + scale * stroke.x(0), top + scale * stroke.y(0)));
    for (int i = 1; i < stroke.size(); i += POINTS_PER_EVENT) {
      MotionEvent move = event(down, start + stroke.time(i), MotionEvent.ACTION_MOVE,
          left + scale * stroke.x(i), top + scale * stroke.y(i));
      for (int j = i + 1; j < Math.min(stroke.size(), i + POINTS_PER_EVENT); j++) {
        move.addBatch(start + stroke.time(j), left + scale * stroke.x(j), top + scale * stroke.y(j), 1, 1, 0);
      }
      send(window, move);
    }
    if (lifted) {
      int end = stroke.size() - 1;
      send(window, event(down, start + stroke.time(end) + 1, MotionEvent.ACTION_UP,
          left + scale * stroke.x(end), top + scale * stroke.y(end)));
    }
  }

  private static MotionEvent event(long down, long time, int action, float x, float y) {
    MotionEvent event = MotionEvent.obtain(down, time, action, x, y, 0);
    event.setSource(InputDevice.SOURCE_TOUCHSCREEN);
    return event;
  }

  private static void send(View window, MotionEvent event) {
    window.dispatchTouchEvent(event);
    event.recycle();
  }
}
