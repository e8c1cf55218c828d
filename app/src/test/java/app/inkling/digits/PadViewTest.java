package app.inkling.digits;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.view.ContextThemeWrapper;
import android.view.MotionEvent;
import android.view.MotionEvent.PointerCoords;
import android.view.MotionEvent.PointerProperties;
import android.view.View;
import android.widget.FrameLayout;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;

@RunWith(AndroidJUnit4.class)
public final class PadViewTest implements PadView.Listener {
  private static final int SECOND = 1 << MotionEvent.ACTION_POINTER_INDEX_SHIFT;
  private static final int SECOND_DOWN = MotionEvent.ACTION_POINTER_DOWN | SECOND;
  private static final int SECOND_UP = MotionEvent.ACTION_POINTER_UP | SECOND;
  private static final Drawing DOT = new Drawing(
      100, 100, List.of(new Stroke(new int[] {0}, new float[] {50}, new float[] {50})));

  private final List<Stroke> finished = new ArrayList<>();
  private final List<Stroke> moved = new ArrayList<>();
  private int cancelled;
  private Drawing canvas;
  private PadView pad;

  @Before
  public void layOut() {
    ContextThemeWrapper themed =
        new ContextThemeWrapper(ApplicationProvider.getApplicationContext(), R.style.Theme_Inkling);
    FrameLayout parent = new FrameLayout(themed);
    pad = new PadView(themed, null);
    parent.addView(pad);
    size(200, 400);
    pad.setListener(this);
  }

  @Test
  public void takesThePointsReportedBetweenFrames() {
    touch(MotionEvent.ACTION_DOWN, 0, at(0, 10, 10));
    MotionEvent move = event(MotionEvent.ACTION_MOVE, 8, at(0, 20, 20));
    move.addBatch(16, new PointerCoords[] {coordinates(30, 30)}, 0);
    move.addBatch(24, new PointerCoords[] {coordinates(40, 40)}, 0);
    pad.dispatchTouchEvent(move);
    touch(MotionEvent.ACTION_UP, 30, at(0, 50, 50));
    assertEquals(5, finished.get(0).size());
    assertEquals(16, finished.get(0).time(2));
    assertEquals(30, finished.get(0).x(2), 0);
    assertEquals(200, canvas.width(), 0);
    assertEquals(400, canvas.height(), 0);
  }

  @Test
  public void ignoresFurtherFingersUntilAllAreLifted() {
    touch(MotionEvent.ACTION_DOWN, 0, at(0, 10, 10));
    touch(SECOND_DOWN, 8, at(0, 10, 10), at(1, 99, 99));
    touch(MotionEvent.ACTION_MOVE, 16, at(0, 20, 20), at(1, 120, 120));
    touch(MotionEvent.ACTION_POINTER_UP, 24, at(0, 20, 20), at(1, 130, 130));
    touch(MotionEvent.ACTION_MOVE, 32, at(1, 140, 140));
    touch(MotionEvent.ACTION_UP, 40, at(1, 150, 150));
    assertEquals(1, finished.size());
    Stroke stroke = finished.get(0);
    assertEquals(20, stroke.x(stroke.size() - 1), 0);
  }

  @Test
  public void keepsAStrokeWhenAnotherFingerLeavesFirst() {
    touch(MotionEvent.ACTION_DOWN, 0, at(0, 10, 10));
    touch(SECOND_DOWN, 8, at(0, 10, 10), at(1, 99, 99));
    touch(SECOND_UP, 16, at(0, 10, 10), at(1, 99, 99));
    assertEquals(0, finished.size());
    touch(MotionEvent.ACTION_MOVE, 24, at(0, 60, 60));
    touch(MotionEvent.ACTION_UP, 32, at(0, 60, 60));
    assertEquals(60, finished.get(0).x(1), 0);
  }

  @Test
  public void voidsAStrokeThatTheSystemTakesAway() {
    touch(MotionEvent.ACTION_DOWN, 0, at(0, 10, 10));
    touch(MotionEvent.ACTION_MOVE, 8, at(0, 20, 20));
    touch(MotionEvent.ACTION_CANCEL, 16, at(0, 20, 20));
    assertEquals(0, finished.size());
    assertEquals(1, cancelled);
  }

  @Test
  public void finishesAStrokeWhenToldTo() {
    touch(MotionEvent.ACTION_DOWN, 0, at(0, 10, 10));
    touch(MotionEvent.ACTION_MOVE, 8, at(0, 20, 20));
    pad.finishStroke();
    touch(MotionEvent.ACTION_CANCEL, 16, at(0, 20, 20));
    pad.finishStroke();
    assertEquals(1, finished.size());
    assertEquals(0, cancelled);
  }

  @Test
  public void goesOnInTheDrawingsOwnUnitsOnAPadOfAnotherSize() {
    pad.setDrawing(DOT);
    touch(MotionEvent.ACTION_DOWN, 0, at(0, 100, 200));
    touch(MotionEvent.ACTION_UP, 8, at(0, 0, 100));
    assertEquals(50, finished.get(0).x(0), 0);
    assertEquals(50, finished.get(0).y(0), 0);
    assertEquals(0, finished.get(0).x(1), 0);
    assertEquals(0, finished.get(0).y(1), 0);
    assertEquals(100, canvas.width(), 0);
  }

  @Test
  public void tellsOfEveryMove() {
    touch(MotionEvent.ACTION_DOWN, 0, at(0, 10, 10));
    touch(MotionEvent.ACTION_MOVE, 8, at(0, 20, 20));
    touch(MotionEvent.ACTION_MOVE, 16, at(0, 30, 30));
    assertEquals(3, moved.size());
    assertEquals(3, moved.get(2).size());
  }

  @Test
  public void saysHowManyStrokesItHolds() {
    assertTrue(pad.getContentDescription().toString().contains("empty"));
    pad.setDrawing(DOT);
    assertEquals("Drawing pad, 1 stroke.", pad.getContentDescription().toString());
  }

  @Override
  public void onStrokeMoved(Drawing before, Stroke soFar) {
    moved.add(soFar);
  }

  @Override
  public void onStrokeFinished(Drawing before, Stroke stroke) {
    canvas = before;
    finished.add(stroke);
  }

  @Override
  public void onStrokeCancelled() {
    cancelled++;
  }

  private void size(int width, int height) {
    View parent = (View) pad.getParent();
    parent.measure(View.MeasureSpec.makeMeasureSpec(width, View.MeasureSpec.EXACTLY),
        View.MeasureSpec.makeMeasureSpec(height, View.MeasureSpec.EXACTLY));
    parent.layout(0, 0, width, height);
  }

  private record Pointer(int id, float x, float y) {}

  private static Pointer at(int id, float x, float y) {
    return new Pointer(id, x, y);
  }

  private void touch(int action, long time, Pointer... pointers) {
    pad.dispatchTouchEvent(event(action, time, pointers));
  }

  private static MotionEvent event(int action, long time, Pointer... pointers) {
    PointerProperties[] properties = new PointerProperties[pointers.length];
    PointerCoords[] coordinates = new PointerCoords[pointers.length];
    for (int i = 0; i < pointers.length; i++) {
      properties[i] = new PointerProperties();
      properties[i].id = pointers[i].id();
      properties[i].toolType = MotionEvent.TOOL_TYPE_FINGER;
      coordinates[i] = coordinates(pointers[i].x(), pointers[i].y());
    }
    return MotionEvent.obtain(
        0, time, action, pointers.length, properties, coordinates, 0, 0, 1, 1, 0, 0, 0, 0);
  }

  private static PointerCoords coordinates(float x, float y) {
    PointerCoords coordinates = new PointerCoords();
    coordinates.x = x;
    coordinates.y = y;
    coordinates.pressure = 1;
    return coordinates;
  }
}
