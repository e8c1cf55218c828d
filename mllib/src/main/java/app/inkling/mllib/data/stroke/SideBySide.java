package app.inkling.mllib.data.stroke;

import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.List;

/** Lays drawings side by side, as though one hand had drawn them one after the other on one canvas. */
public final class SideBySide {
  /** Gaps between two drawings, as a share of the tallest one's height. */
  private static final float NARROWEST = 0.12f;
  private static final float WIDEST = 0.5f;
  /** How far a drawing may lie above or below the others, as a share of the tallest one's height. */
  private static final float UP_AND_DOWN = 0.1f;

  private SideBySide() {}

  /** @param drawings none of them blank, at least one, in the order from left to right */
  public static Drawing of(List<Drawing> drawings, Rng random) {
    float height = 1e-3f;
    for (Drawing drawing : drawings) {
      height = Math.max(height, Box.of(drawing).bottom() - Box.of(drawing).top());
    }
    List<Stroke> strokes = new ArrayList<>();
    float right = height / 2;
    int time = 0;
    for (Drawing drawing : drawings) {
      Box box = Box.of(drawing);
      float across = right - box.left();
      float down = height - box.middleY() + UP_AND_DOWN * height * (2 * random.nextFloat() - 1);
      for (Stroke stroke : drawing.strokes()) {
        strokes.add(moved(stroke, across, down, time));
      }
      Stroke last = strokes.get(strokes.size() - 1);
      time = last.time(last.size() - 1) + 300;
      right += box.right() - box.left() + height * (NARROWEST + (WIDEST - NARROWEST) * random.nextFloat());
    }
    return new Drawing(right + height / 2, 2 * height, strokes);
  }

  private static Stroke moved(Stroke stroke, float across, float down, int later) {
    int[] times = new int[stroke.size()];
    float[] xs = new float[stroke.size()];
    float[] ys = new float[stroke.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = stroke.time(i) + later;
      xs[i] = stroke.x(i) + across;
      ys[i] = stroke.y(i) + down;
    }
    return new Stroke(times, xs, ys);
  }
}
