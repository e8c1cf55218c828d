package app.inkling.digits;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the points of the stroke that a finger is drawing. Positions are kept to a quarter of the canvas's
 * unit: finer than a finger, and short when written down.
 */
final class StrokeRecorder {
  /**
   * Over a minute of uninterrupted drawing; points beyond are not recorded, so that one drawing stays small.
   */
  static final int MOST_POINTS = 20_000;

  /** Time between the strokes of a drawing that is taken up again after its clock was lost. */
  private static final int PAUSE_MILLIS = 500;

  private int[] times = new int[256];
  private float[] xs = new float[256];
  private float[] ys = new float[256];
  private int size;
  private int pointsBefore;
  private long origin;
  private int lastTime;

  /** Forgets the former stroke and begins one that follows those of {@code drawing}, whose clock goes on. */
  void begin(Drawing drawing, long uptimeMillis) {
    size = 0;
    pointsBefore = 0;
    lastTime = 0;
    for (Stroke stroke : drawing.strokes()) {
      pointsBefore += stroke.size();
      lastTime = Math.max(lastTime, stroke.time(stroke.size() - 1));
    }
    if (drawing.isEmpty()) {
      origin = uptimeMillis;
    } else if (uptimeMillis - origin < lastTime || origin == 0) {
      origin = uptimeMillis - lastTime - PAUSE_MILLIS;
    }
  }

  /** Adds a point; one that says nothing new is left out. */
  void add(float x, float y, long uptimeMillis) {
    if (pointsBefore + size >= MOST_POINTS || !Float.isFinite(x) || !Float.isFinite(y)) {
      return;
    }
    float roundedX = Math.round(x * 4) / 4f;
    float roundedY = Math.round(y * 4) / 4f;
    if (size > 0 && xs[size - 1] == roundedX && ys[size - 1] == roundedY) {
      return;
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    lastTime = (int) Math.max(lastTime, Math.min(uptimeMillis - origin, Integer.MAX_VALUE));
    times[size] = lastTime;
    xs[size] = roundedX;
    ys[size] = roundedY;
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** What has been recorded so far, at least one point. */
  Stroke stroke() {
    return new Stroke(Arrays.copyOf(times, size), Arrays.copyOf(xs, size), Arrays.copyOf(ys, size));
  }

  /** {@code drawing} with one more stroke. */
  static Drawing plus(Drawing drawing, Stroke stroke) {
    List<Stroke> strokes = new ArrayList<>(drawing.strokes());
    strokes.add(stroke);
    return new Drawing(drawing.width(), drawing.height(), strokes);
  }

  /** {@code drawing} without its last stroke. */
  static Drawing withoutLast(Drawing drawing) {
    List<Stroke> strokes = drawing.strokes();
    return new Drawing(drawing.width(), drawing.height(), strokes.subList(0, strokes.size() - 1));
  }
}
