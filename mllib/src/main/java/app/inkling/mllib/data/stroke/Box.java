package app.inkling.mllib.data.stroke;

import java.util.List;

/**
 * The smallest upright box round the centre lines of strokes, in the canvas's units.
 *
 * @param left smallest x
 * @param top smallest y
 * @param right largest x
 * @param bottom largest y
 */
public record Box(float left, float top, float right, float bottom) {
  /** @throws IllegalArgumentException for a blank drawing, which has no box */
  public static Box of(Drawing drawing) {
    if (drawing.isEmpty()) {
      throw new IllegalArgumentException("Box: the drawing is blank; wants at least one stroke");
    }
    return of(drawing.strokes());
  }

  static Box of(Stroke stroke) {
    return of(List.of(stroke));
  }

  private static Box of(List<Stroke> strokes) {
    float left = Float.POSITIVE_INFINITY;
    float top = Float.POSITIVE_INFINITY;
    float right = Float.NEGATIVE_INFINITY;
    float bottom = Float.NEGATIVE_INFINITY;
    for (Stroke stroke : strokes) {
      for (int point = 0; point < stroke.size(); point++) {
        left = Math.min(left, stroke.x(point));
        right = Math.max(right, stroke.x(point));
        top = Math.min(top, stroke.y(point));
        bottom = Math.max(bottom, stroke.y(point));
      }
    }
    return new Box(left, top, right, bottom);
  }

  public float middleX() {
    return left / 2 + right / 2;
  }

  public float middleY() {
    return top / 2 + bottom / 2;
  }

  /** The longer side; 0 for a single point. */
  public float side() {
    return Math.max(right - left, bottom - top);
  }

  /** The longer side, or 1 where that is 0, to divide by. */
  float extent() {
    return side() > 0 ? side() : 1;
  }
}
