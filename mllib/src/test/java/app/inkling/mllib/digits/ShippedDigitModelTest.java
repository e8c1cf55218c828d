package app.inkling.mllib.digits;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.stroke.Box;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyph;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.Scribbles;
import app.inkling.mllib.data.stroke.Stroke;
import app.inkling.mllib.data.stroke.StrokeVariation;
import app.inkling.mllib.tensor.Rng;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

/**
 * What the shipped model owes to people who draw: floors far enough below its figures to hold for any good
 * model.
 */
public class ShippedDigitModelTest {
  private DigitModel model;
  private DigitReader reader;

  @Before
  public void loadModel() throws Exception {
    model = DigitModel.load(resource("/models/digits.inkling"));
    reader = new DigitReader(model.javaEngine(), model);
  }

  @Test
  public void hasFewerParametersThanTheLimitAndLittleSize() throws Exception {
    assertTrue(model.parameterCount() < 200_000);
    assertTrue(resource("/models/digits.inkling").length
        + resource("/models/digits.tflite").length < 1_000_000);
  }

  @Test
  public void tfliteFileIsTheExportOfTheCheckpoint() throws Exception {
    assertArrayEquals(model.toTflite(), resource("/models/digits.tflite"));
    assertArrayEquals(resource("/models/digits.inkling"), model.toCheckpoint().toBytes());
  }

  @Test
  public void readsEveryStyleOfEveryDigitAsItWasMade() throws Exception {
    for (int digit = 0; digit < 10; digit++) {
      for (Glyph style : Glyphs.styles(digit)) {
        DigitGuess guess = reader.read(style.drawing());
        assertEquals(style.strokes(), digit, guess.digit());
        assertEquals(style.strokes(), DigitGuess.Refusal.NONE, guess.refusal());
      }
    }
  }

  @Test
  public void readsDigitsTurnedByTwentyDegreesEitherWay() throws Exception {
    int right = 0;
    int all = 0;
    for (double degrees : new double[] {-20, -10, 10, 20}) {
      for (int digit = 0; digit < 10; digit++) {
        for (Glyph style : Glyphs.styles(digit)) {
          right += reader.read(turned(style.drawing(), Math.toRadians(degrees))).digit() == digit ? 1 : 0;
          all++;
        }
      }
    }
    assertTrue(right + " of " + all, right >= 0.93 * all);
  }

  @Test
  public void guessHardlyChangesWithPlaceAndSizeOnThePad() throws Exception {
    Rng random = new Rng(6);
    for (int digit = 0; digit < 10; digit++) {
      Drawing drawing = new StrokeVariation(0.5f).vary(Glyphs.digit(digit, 1).drawing(), random);
      DigitGuess plain = reader.read(drawing);
      DigitGuess moved = reader.read(mapped(drawing, 0.3 + 7 * random.nextFloat(), 300 * random.nextFloat()));
      for (int other = 0; other < 10; other++) {
        assertEquals(plain.probability(other), moved.probability(other), 0.02);
      }
    }
  }

  @Test
  public void readsDigitsInManyHands() throws Exception {
    Rng random = new Rng(21);
    DigitScore score = new DigitScore();
    for (int i = 0; i < 1000; i++) {
      List<Glyph> styles = Glyphs.styles(i % 10);
      Drawing drawing = styles.get(random.nextInt(styles.size())).drawing(random, 1.5f);
      score.add(i % 10, reader.read(new StrokeVariation(0.8f).vary(drawing, random)));
    }
    assertTrue("accuracy " + score.accuracyPercent(), score.accuracyPercent() >= 97);
    assertTrue("refused " + score.refusedPercent(), score.refusedPercent() <= 4);
  }

  @Test
  public void refusesKindsOfDrawingsThatItWasNeverTrainedOn() throws Exception {
    Rng random = new Rng(22);
    DigitScore score = new DigitScore();
    for (int i = 0; i < 1000; i++) {
      score.add(-1, reader.read(Scribbles.heldOut(random)));
    }
    assertTrue("refused " + score.notDigitsRefusedPercent(), score.notDigitsRefusedPercent() >= 90);
  }

  @Test
  public void refusesDotsOnThePad() throws Exception {
    Rng random = new Rng(23);
    for (int i = 0; i < 100; i++) {
      float x = 1000 * random.nextFloat();
      float y = 1000 * random.nextFloat();
      float[] xs = {x, x + 20 * random.nextFloat(), x};
      float[] ys = {y, y, y + 20 * random.nextFloat()};
      Drawing dot = new Drawing(1000, 1000, List.of(new Stroke(new int[3], xs, ys)));
      assertTrue(reader.read(dot).refused());
    }
  }

  private static Drawing turned(Drawing drawing, double angle) {
    Box box = Box.of(drawing);
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      float[] xs = new float[stroke.size()];
      float[] ys = new float[stroke.size()];
      for (int i = 0; i < xs.length; i++) {
        double x = stroke.x(i) - box.middleX();
        double y = stroke.y(i) - box.middleY();
        xs[i] = (float) (Math.cos(angle) * x - Math.sin(angle) * y);
        ys[i] = (float) (Math.sin(angle) * x + Math.cos(angle) * y);
      }
      strokes.add(new Stroke(new int[xs.length], xs, ys));
    }
    return new Drawing(drawing.width(), drawing.height(), strokes);
  }

  private static Drawing mapped(Drawing drawing, double scale, double shift) {
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      float[] xs = new float[stroke.size()];
      float[] ys = new float[stroke.size()];
      for (int i = 0; i < xs.length; i++) {
        xs[i] = (float) (scale * stroke.x(i) + shift);
        ys[i] = (float) (scale * stroke.y(i) - shift);
      }
      strokes.add(new Stroke(new int[xs.length], xs, ys));
    }
    return new Drawing(1000, 1000, strokes);
  }

  private static byte[] resource(String name) throws Exception {
    try (InputStream in = ShippedDigitModelTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
