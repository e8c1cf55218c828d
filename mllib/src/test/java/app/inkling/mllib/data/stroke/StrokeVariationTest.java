package app.inkling.mllib.data.stroke;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;

public class StrokeVariationTest {
  @Test
  public void sameSeedGivesTheSameDrawingAndAnotherSeedAnother() {
    Drawing seven = Glyphs.digit(7, 1).drawing();
    String first = StrokeFormat.format(new StrokeVariation(1).vary(seven, new Rng(3)));
    assertEquals(first, StrokeFormat.format(new StrokeVariation(1).vary(seven, new Rng(3))));
    assertNotEquals(first, StrokeFormat.format(new StrokeVariation(1).vary(seven, new Rng(4))));
  }

  @Test
  public void strengthZeroOnlyThinsThePoints() {
    StrokeRenderer renderer = new StrokeRenderer();
    for (int digit = 0; digit < 10; digit++) {
      Drawing drawing = Glyphs.digit(digit, 0).drawing();
      float[] plain = renderer.render(drawing);
      float[] varied = renderer.render(new StrokeVariation(0).vary(drawing, new Rng(digit)));
      double difference = 0;
      for (int i = 0; i < plain.length; i++) {
        difference += Math.abs(plain[i] - varied[i]) / plain.length;
      }
      assertTrue("digit " + digit + " changes by " + difference, difference < 0.01);
    }
  }

  @Test
  public void keepsStrokesAndTheirOrderInTime() {
    Rng random = new Rng(8);
    for (Glyph glyph : Glyphs.others()) {
      assertEquals(glyph.drawing().strokes().size(), new StrokeVariation(1).vary(glyph.drawing(),
          random).strokes().size());
    }
    Drawing blank = new Drawing(5, 5, List.of());
    assertTrue(new StrokeVariation(1).vary(blank, random).isEmpty());
    Drawing dot = new Drawing(5, 5, List.of(new Stroke(new int[1], new float[1], new float[1])));
    assertEquals(1, new StrokeVariation(1).vary(dot, random).strokes().size());
  }

  @Test
  public void everyDigitHasStylesAndNoShapeIsBothTrainedOnAndHeldOut() {
    for (int digit = 0; digit < 10; digit++) {
      assertTrue(Glyphs.styles(digit).size() >= 5);
    }
    Set<String> trained = Glyphs.others().stream().map(Glyph::name).collect(Collectors.toSet());
    Set<String> heldOut = Glyphs.heldOutOthers().stream().map(Glyph::name).collect(Collectors.toSet());
    Set<String> both = new HashSet<>(trained);
    both.retainAll(heldOut);
    assertEquals(Set.of(), both);
  }

  @Test
  public void scribblesAreDrawingsThatCanBeRendered() {
    Rng random = new Rng(2);
    StrokeRenderer renderer = new StrokeRenderer();
    for (int i = 0; i < 500; i++) {
      for (Drawing drawing : List.of(Scribbles.forTraining(random), Scribbles.heldOut(random))) {
        float ink = 0;
        for (float value : renderer.render(drawing)) {
          ink += value;
        }
        assertTrue(ink > 0);
      }
    }
  }
}
