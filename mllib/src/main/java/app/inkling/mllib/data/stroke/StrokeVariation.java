package app.inkling.mllib.data.stroke;

import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a drawing again as another hand, or the same hand in another mood, might have: turned, slanted, wider
 * or narrower, bent smoothly, its strokes set apart, its ends cut short or hooked, its points fewer and
 * shaken. What it shows stays readable at a strength of 1.
 *
 * @param strength 0 leaves the drawing as it is, 1 is as different as hands are
 */
public record StrokeVariation(float strength) {
  private static final float TURN = 0.2f;
  private static final float LARGEST_TURN = 0.45f;
  private static final float SLANT = 0.16f;
  private static final float ASPECT = 0.18f;
  private static final float BEND = 0.03f;
  private static final float STROKE_SHIFT = 0.025f;
  private static final float STROKE_TURN = 0.05f;
  private static final float STROKE_SIZE = 0.05f;
  private static final float SHAKE = 0.006f;
  private static final float HOOK = 0.09f;
  private static final float CUT = 0.1f;

  /** The same drawing in another hand, on the same canvas; parts of it may lie outside. */
  public Drawing vary(Drawing drawing, Rng random) {
    if (drawing.isEmpty()) {
      return drawing;
    }
    Box box = Box.of(drawing);
    float turn = limited(TURN * gaussian(random), LARGEST_TURN);
    float slant = limited(SLANT * gaussian(random), 2.5f * SLANT);
    float stretch = (float) StrictMath.exp(limited(ASPECT * gaussian(random), 2.5f * ASPECT));
    float cos = (float) StrictMath.cos(turn);
    float sin = (float) StrictMath.sin(turn);
    Bend bend = new Bend(random, BEND * strength);
    List<Stroke> varied = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      float shiftX = STROKE_SHIFT * gaussian(random);
      float shiftY = STROKE_SHIFT * gaussian(random);
      float strokeTurn = STROKE_TURN * gaussian(random);
      float strokeSize = 1 + STROKE_SIZE * gaussian(random);
      boolean single = drawing.strokes().size() == 1;
      Box own = Box.of(stroke);
      float middleX = (own.middleX() - box.middleX()) / box.extent();
      float middleY = (own.middleY() - box.middleY()) / box.extent();
      Stroke resampled = hooked(resampled(cut(stroke, random), random), box.extent(), random);
      float[] xs = new float[resampled.size()];
      float[] ys = new float[resampled.size()];
      int[] times = new int[resampled.size()];
      for (int i = 0; i < xs.length; i++) {
        float x = (resampled.x(i) - box.middleX()) / box.extent();
        float y = (resampled.y(i) - box.middleY()) / box.extent();
        if (!single) {
          float dx = x - middleX;
          float dy = y - middleY;
          x = middleX + shiftX + strokeSize * (dx - strokeTurn * dy);
          y = middleY + shiftY + strokeSize * (dy + strokeTurn * dx);
        }
        x += bend.across(x, y) + SHAKE * gaussian(random);
        y += bend.down(x, y) + SHAKE * gaussian(random);
        float wide = (x - slant * y) * stretch;
        float high = y / stretch;
        xs[i] = box.middleX() + box.extent() * (cos * wide - sin * high);
        ys[i] = box.middleY() + box.extent() * (sin * wide + cos * high);
        times[i] = resampled.time(i);
      }
      varied.add(new Stroke(times, xs, ys));
    }
    return new Drawing(drawing.width(), drawing.height(), varied);
  }

  private float gaussian(Rng random) {
    return strength * normal(random);
  }

  private static float normal(Rng random) {
    return (float) random.nextGaussian();
  }

  private static float limited(float value, float largest) {
    return Math.max(-largest, Math.min(largest, value));
  }

  /** Sometimes the stroke without a little of its beginning or end, as loops that don't close. */
  private Stroke cut(Stroke stroke, Rng random) {
    int most = (int) (CUT * strength * stroke.size());
    int head = random.nextFloat() < 0.25f ? random.nextInt(most + 1) : 0;
    int tail = random.nextFloat() < 0.25f ? random.nextInt(most + 1) : 0;
    return piece(stroke, head, stroke.size() - tail, 1);
  }

  /** Sometimes with fewer points, as a slower screen reports them. */
  private Stroke resampled(Stroke stroke, Rng random) {
    int step = random.nextFloat() < 0.5f ? 1 : 1 + random.nextInt(4);
    return stroke.size() < 6 * step ? stroke : piece(stroke, 0, stroke.size(), step);
  }

  /** Sometimes with a short hook where the pen came down or went up. */
  private Stroke hooked(Stroke stroke, float extent, Rng random) {
    boolean first = random.nextFloat() < 0.08f * strength;
    boolean last = random.nextFloat() < 0.08f * strength;
    float x = HOOK * extent * (random.nextFloat() - 0.5f);
    float y = HOOK * extent * (random.nextFloat() - 0.5f);
    if (!first && !last) {
      return stroke;
    }
    int size = stroke.size() + 1;
    int end = stroke.size() - 1;
    int[] times = new int[size];
    float[] xs = new float[size];
    float[] ys = new float[size];
    for (int i = 0; i < stroke.size(); i++) {
      int to = first ? i + 1 : i;
      times[to] = stroke.time(i);
      xs[to] = stroke.x(i);
      ys[to] = stroke.y(i);
    }
    int to = first ? 0 : size - 1;
    int from = first ? 0 : end;
    times[to] = stroke.time(from);
    xs[to] = stroke.x(from) + x;
    ys[to] = stroke.y(from) + y;
    return new Stroke(times, xs, ys);
  }

  /** Every {@code step}th point from {@code start} to before {@code end}, and the last one. */
  private static Stroke piece(Stroke stroke, int start, int end, int step) {
    int size = (end - start - 1 + step - 1) / step + 1;
    int[] times = new int[size];
    float[] xs = new float[size];
    float[] ys = new float[size];
    for (int i = 0; i < size; i++) {
      int from = Math.min(end - 1, start + i * step);
      times[i] = stroke.time(from);
      xs[i] = stroke.x(from);
      ys[i] = stroke.y(from);
    }
    return new Stroke(times, xs, ys);
  }

  /** A smooth field of displacements: two waves, about one over the drawing each. */
  private static final class Bend {
    private static final int WAVES = 2;
    private final float[] waves = new float[WAVES * 5];

    Bend(Rng random, float amplitude) {
      for (int i = 0; i < waves.length; i += 5) {
        waves[i] = 5 * normal(random);
        waves[i + 1] = 5 * normal(random);
        waves[i + 2] = 6.2831855f * random.nextFloat();
        waves[i + 3] = amplitude * normal(random);
        waves[i + 4] = amplitude * normal(random);
      }
    }

    float across(float x, float y) {
      return sum(x, y, 3);
    }

    float down(float x, float y) {
      return sum(x, y, 4);
    }

    private float sum(float x, float y, int amplitude) {
      float sum = 0;
      for (int i = 0; i < waves.length; i += 5) {
        sum += waves[i + amplitude] * (float) StrictMath.sin(waves[i] * x + waves[i + 1] * y + waves[i + 2]);
      }
      return sum;
    }
  }
}
