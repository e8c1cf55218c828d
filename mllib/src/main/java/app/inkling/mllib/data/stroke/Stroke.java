package app.inkling.mllib.data.stroke;

/**
 * One movement of the pen from touching down to lifting: at least one point, each with its time. Immutable.
 *
 * <p>Positions are in the units of the drawing's canvas, x to the right and y down. Times are milliseconds since the
 * drawing's first point and never decrease.
 */
public final class Stroke {
  private final int[] times;
  private final float[] xs;
  private final float[] ys;

  /** Copies the arrays, which must be of one length of at least 1, finite, with times that never decrease. */
  public Stroke(int[] times, float[] xs, float[] ys) {
    if (times.length == 0 || times.length != xs.length || times.length != ys.length) {
      throw new IllegalArgumentException("Stroke: wants as many times as xs and ys, at least one of each; got "
          + times.length + " times, " + xs.length + " xs, " + ys.length + " ys");
    }
    for (int i = 0; i < times.length; i++) {
      if (!Float.isFinite(xs[i]) || !Float.isFinite(ys[i])) {
        throw new IllegalArgumentException("Stroke: point " + i + " is (" + xs[i] + ", " + ys[i] + "); wants finite numbers");
      }
      if (i > 0 && times[i] < times[i - 1]) {
        throw new IllegalArgumentException(
            "Stroke: point " + i + " is at " + times[i] + " ms, before its predecessor at " + times[i - 1] + " ms");
      }
    }
    this.times = times.clone();
    this.xs = xs.clone();
    this.ys = ys.clone();
  }

  /** Number of points, at least 1. */
  public int size() {
    return times.length;
  }

  /** Milliseconds since the drawing's first point. */
  public int time(int point) {
    return times[point];
  }

  public float x(int point) {
    return xs[point];
  }

  public float y(int point) {
    return ys[point];
  }
}
