package app.inkling.mllib.data.stroke;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class StrokeRendererTest {
  /** Mean change of a pixel that passes for "the same image"; two writers' sevens differ by 0.1. */
  private static final double SAME = 0.006;

  private final StrokeRenderer renderer = new StrokeRenderer();

  @Test
  public void imageHardlyChangesWithPosition() {
    forEveryDigit((drawing, random) -> mapped(drawing, 1, 4000 * random.nextFloat() - 2000,
        900 * random.nextFloat(), 1000), SAME);
  }

  @Test
  public void imageHardlyChangesWithSize() {
    forEveryDigit((drawing, random) -> mapped(drawing, (float) StrictMath.pow(10, 4 * random.nextFloat() - 2),
        0, 0, 100), SAME);
  }

  @Test
  public void imageHardlyChangesWithCanvas() {
    forEveryDigit((drawing, random) -> new Drawing(1 + 5000 * random.nextFloat(), 1
        + 300 * random.nextFloat(), drawing.strokes()), 0);
  }

  @Test
  public void imageHardlyChangesWithDensityOfSampling() {
    forEveryDigit((drawing, random) -> resampled(drawing, 1 + random.nextInt(4)), 0.012);
    forEveryDigit((drawing, random) -> resampled(drawing, 0.01f + 0.2f * random.nextFloat()), SAME);
  }

  @Test
  public void imageDoesNotChangeWithSpeedOfDrawing() {
    forEveryDigit((drawing, random) -> retimed(drawing, random.nextInt(50)), 0);
  }

  @Test
  public void imageDoesNotChangeWhenPointsComeTwice() {
    forEveryDigit((drawing, random) -> repeated(drawing), 0.0005);
  }

  @Test
  public void anotherDigitIsAnotherImage() {
    double difference = difference(renderer.render(Glyphs.digit(3, 0).drawing()),
        renderer.render(Glyphs.digit(7, 0).drawing()));
    assertTrue("mean change " + difference, difference > 20 * SAME);
  }

  @Test
  public void inkFillsTheBoxAndItsCentreOfMassIsInTheMiddle() {
    forEveryDigit((drawing, random) -> {
      float[] image = renderer.render(drawing);
      double ink = 0;
      double across = 0;
      double down = 0;
      int left = 28;
      int right = 0;
      int top = 28;
      int bottom = 0;
      for (int pixel = 0; pixel < image.length; pixel++) {
        assertTrue(image[pixel] >= 0 && image[pixel] <= 1);
        ink += image[pixel];
        across += image[pixel] * (pixel % 28);
        down += image[pixel] * (pixel / 28);
        if (image[pixel] > 0.5) {
          left = Math.min(left, pixel % 28);
          right = Math.max(right, pixel % 28);
          top = Math.min(top, pixel / 28);
          bottom = Math.max(bottom, pixel / 28);
        }
      }
      assertEquals(14, across / ink, 0.1);
      assertEquals(14, down / ink, 0.1);
      int side = 1 + Math.max(right - left, bottom - top);
      assertTrue("longer side " + side, side >= 19 && side <= 21);
      return drawing;
    }, 0);
  }

  @Test
  public void dotsAndStrokesWithoutExtentAreDots() {
    float[] dot =
        renderer.render(new Drawing(10, 10,
        List.of(new Stroke(new int[1], new float[] {3}, new float[] {4}))));
    float[] resting = renderer.render(new Drawing(10, 10, List.of(
        new Stroke(new int[] {0, 100}, new float[] {3, 3}, new float[] {4, 4}))));
    assertEquals(0, difference(dot, resting), 0);
    assertEquals(1, dot[14 * 28 + 14], 0);
    double ink = 0;
    for (float value : dot) {
      ink += value;
    }
    assertEquals(Math.PI * StrokeRenderer.PEN_RADIUS * StrokeRenderer.PEN_RADIUS, ink, 0.6);
  }

  @Test
  public void hugeAndTinyCoordinatesGiveFiniteImages() {
    for (float scale : new float[] {Float.MIN_VALUE, 1e-38f, 1e-20f, 1e30f, Float.MAX_VALUE}) {
      Drawing drawing =
          new Drawing(1, 1,
          List.of(new Stroke(new int[2], new float[] {-scale, scale}, new float[] {scale, -scale})));
      for (float value : renderer.render(drawing)) {
        assertTrue("at scale " + scale, value >= 0 && value <= 1);
      }
    }
  }

  @Test
  public void blankDrawingIsABlankImage() {
    for (float value : renderer.render(new Drawing(10, 10, List.of()))) {
      assertEquals(0, value, 0);
    }
  }

  @Test
  public void rejectsPenWithoutWidthAndImageOfAnotherSize() {
    assertThrows(IllegalArgumentException.class, () -> new StrokeRenderer(0));
    assertThrows(IllegalArgumentException.class, () -> new StrokeRenderer(Float.NaN));
    assertThrows(IllegalArgumentException.class, () -> renderer.render(Glyphs.digit(1, 0).drawing(),
        new float[783]));
  }

  private interface Change {
    Drawing of(Drawing drawing, Rng random);
  }

  private void forEveryDigit(Change change, double most) {
    Rng random = new Rng(5);
    for (int digit = 0; digit < 10; digit++) {
      for (Glyph style : Glyphs.styles(digit)) {
        Drawing drawing = new StrokeVariation(0.5f).vary(style.drawing(), random);
        double difference = difference(renderer.render(drawing), renderer.render(change.of(drawing, random)));
        assertTrue(style + " changes by " + difference, difference <= most);
      }
    }
  }

  private static double difference(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]);
    }
    return sum / one.length;
  }

  private static Drawing mapped(Drawing drawing, float scale, float x, float y, float side) {
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      Points points = new Points(0, 1);
      for (int i = 0; i < stroke.size(); i++) {
        points.add(scale * stroke.x(i) + x, scale * stroke.y(i) + y);
      }
      strokes.add(points.stroke());
    }
    return new Drawing(side, side, strokes);
  }

  /** Points about {@code step} units apart along the straight pieces. */
  private static Drawing resampled(Drawing drawing, float step) {
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      Points points = new Points(0, 1);
      points.add(stroke.x(0), stroke.y(0));
      float gone = 0;
      for (int i = 1; i < stroke.size(); i++) {
        float dx = stroke.x(i) - stroke.x(i - 1);
        float dy = stroke.y(i) - stroke.y(i - 1);
        float length = (float) Math.hypot(dx, dy);
        for (float at = step - gone; at < length; at += step) {
          points.add(stroke.x(i - 1) + dx * at / length, stroke.y(i - 1) + dy * at / length);
        }
        gone = length > 0 ? (gone + length) % step : gone;
      }
      points.add(stroke.x(stroke.size() - 1), stroke.y(stroke.size() - 1));
      strokes.add(points.stroke());
    }
    return new Drawing(drawing.width(), drawing.height(), strokes);
  }

  private static Drawing retimed(Drawing drawing, int interval) {
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      Points points = new Points(7, interval);
      for (int i = 0; i < stroke.size(); i++) {
        points.add(stroke.x(i), stroke.y(i));
      }
      strokes.add(points.stroke());
    }
    return new Drawing(drawing.width(), drawing.height(), strokes);
  }

  private static Drawing repeated(Drawing drawing) {
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      Points points = new Points(0, 1);
      for (int i = 0; i < 3 * stroke.size(); i++) {
        points.add(stroke.x(i / 3), stroke.y(i / 3));
      }
      strokes.add(points.stroke());
      strokes.add(points.stroke());
    }
    return new Drawing(drawing.width(), drawing.height(), strokes);
  }
}
