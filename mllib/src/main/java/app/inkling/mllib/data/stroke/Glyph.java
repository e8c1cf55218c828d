package app.inkling.mllib.data.stroke;

import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.List;

/**
 * One hand-made shape: smooth curves through a few points in a box of {@value #BOX} by {@value #BOX}, y down.
 *
 * <p>Its text form is points {@code x,y} separated by blanks, a {@code !} after a point at which the curve
 * has a corner, and {@code |} between strokes: {@code 15,8! 82,8! 40,95 | 30,50 75,48} is a seven with a bar.
 * Curves are Catmull-Rom splines (Catmull and Rom 1974), which pass through their points.
 *
 * @param name the digit, letter or word it shows
 * @param digit 0 to 9, or {@link LabelledDrawing#NOT_A_DIGIT}
 * @param strokes the text form
 */
public record Glyph(String name, int digit, String strokes) {
  /** Side of the box. */
  public static final int BOX = 100;

  private static final float STEP = 2.5f;
  private static final int MILLISECONDS_PER_STEP = 8;
  private static final int MILLISECONDS_BETWEEN_STROKES = 200;

  /** The shape as it was made. */
  public Drawing drawing() {
    return drawing(null, 0);
  }

  /**
   * The shape with every point moved at random before the curve is laid through them, as another hand would
   * place them.
   *
   * @param jitter standard deviation in units of the box
   */
  public Drawing drawing(Rng random, float jitter) {
    List<Stroke> drawn = new ArrayList<>();
    int time = 0;
    for (String stroke : strokes.split("\\|")) {
      String[] points = stroke.trim().split(" +");
      float[] xs = new float[points.length];
      float[] ys = new float[points.length];
      boolean[] corner = new boolean[points.length];
      for (int i = 0; i < points.length; i++) {
        corner[i] = points[i].endsWith("!");
        String point = corner[i] ? points[i].substring(0, points[i].length() - 1) : points[i];
        int comma = point.indexOf(',');
        xs[i] = Integer.parseInt(point.substring(0, comma))
            + (random == null ? 0 : jitter * (float) random.nextGaussian());
        ys[i] = Integer.parseInt(point.substring(comma + 1))
            + (random == null ? 0 : jitter * (float) random.nextGaussian());
      }
      Stroke curve = curve(xs, ys, corner, time);
      drawn.add(curve);
      time = curve.time(curve.size() - 1) + MILLISECONDS_BETWEEN_STROKES;
    }
    return new Drawing(BOX, BOX, drawn);
  }

  private static Stroke curve(float[] xs, float[] ys, boolean[] corner, int start) {
    Points curve = new Points(start, MILLISECONDS_PER_STEP);
    int last = xs.length - 1;
    curve.add(xs[0], ys[0]);
    for (int i = 0; i < last; i++) {
      int before = i == 0 || corner[i] ? i : i - 1;
      int after = i + 1 == last || corner[i + 1] ? i + 1 : i + 2;
      int steps = Math.max(1, Math.round((float) Math.hypot(xs[i + 1] - xs[i], ys[i + 1] - ys[i]) / STEP));
      for (int step = 1; step <= steps; step++) {
        float t = (float) step / steps;
        curve.add(spline(xs[before], xs[i], xs[i + 1], xs[after], t),
            spline(ys[before], ys[i], ys[i + 1], ys[after], t));
      }
    }
    return curve.stroke();
  }

  private static float spline(float p0, float p1, float p2, float p3, float t) {
    float linear = p2 - p0;
    float square = 2 * p0 - 5 * p1 + 4 * p2 - p3;
    float cube = 3 * p1 - p0 - 3 * p2 + p3;
    return p1 + 0.5f * t * (linear + t * (square + t * cube));
  }
}
