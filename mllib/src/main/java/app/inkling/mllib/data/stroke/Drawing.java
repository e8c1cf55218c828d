package app.inkling.mllib.data.stroke;

import java.util.List;

/**
 * What a hand drew on a canvas: its strokes in the order in which they were drawn. Immutable; may be empty.
 *
 * <p>{@link StrokeFormat} writes and reads drawings as text, {@link StrokeRenderer} makes the network's image of one.
 */
public final class Drawing {
  private final float width;
  private final float height;
  private final List<Stroke> strokes;

  /**
   * @param width width of the canvas, above 0, in the strokes' units
   * @param height height of the canvas, above 0, in the strokes' units
   */
  public Drawing(float width, float height, List<Stroke> strokes) {
    if (!(width > 0 && height > 0) || Float.isInfinite(width) || Float.isInfinite(height)) {
      throw new IllegalArgumentException("Drawing: canvas is " + width + " x " + height + "; wants finite sizes above 0");
    }
    this.width = width;
    this.height = height;
    this.strokes = List.copyOf(strokes);
  }

  public float width() {
    return width;
  }

  public float height() {
    return height;
  }

  public List<Stroke> strokes() {
    return strokes;
  }

  public boolean isEmpty() {
    return strokes.isEmpty();
  }
}
