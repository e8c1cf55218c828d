package app.inkling.mllib.digits.personal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.Scribbles;
import app.inkling.mllib.data.stroke.StrokeFormat;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.data.stroke.StrokeVariation;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.tensor.Rng;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;

/** Instant learning: what one corrected drawing does, and what it must not do. */
public class DigitMemoryTest {
  private static final UUID ODD = new UUID(1, 1);
  private static final StrokeVariation AGAIN = new StrokeVariation(0.25f);

  private DigitModel model;
  private DigitMemory memory;
  private DigitReader reader;

  @Before
  public void startWithoutMemories() throws IOException {
    model = DigitModel.load(DigitSessionsTest.resource("models/digits.inkling"));
    memory = new DigitMemory(model);
    reader = new DigitReader(model.javaEngine(), model, memory);
  }

  @Test
  public void anOddShapeIsKnownTheNextTime() throws Exception {
    int[] meant = {2, 7, 4};
    String[] odd = {
        "0,20,20;50,80,20;100,80,50;150,20,80;200,50,95;250,90,60;300,40,55",
        "0,20,10;50,20,60;100,60,60|300,60,10;350,60,95;400,20,95",
        "0,50,5;50,15,50;100,85,50;150,50,5;200,50,95;250,10,95"};
    for (int i = 0; i < odd.length; i++) {
      Drawing drawing = StrokeFormat.parse(odd[i], 100, 100);
      DigitGuess before = reader.read(drawing);
      assertTrue("odd enough: " + before.digit(), before.digit() != meant[i] || before.refused());
      memory.remember(new OwnDrawing(new UUID(1, i), meant[i], drawing, false));
      Rng random = new Rng(i);
      for (int again = 0; again < 5; again++) {
        DigitGuess after = reader.read(AGAIN.vary(drawing, random));
        assertEquals("shape " + i + memory.nearest(AGAIN.vary(drawing, random), 1) + after.confidence(),
            meant[i], after.digit());
        assertTrue("no longer refused", !after.refused());
      }
      memory.forget(new UUID(1, i));
      assertEquals("forgotten without a trace", before.digit(), reader.read(drawing).digit());
      assertEquals(before.confidence(), reader.read(drawing).confidence(), 0);
    }
  }

  @Test
  public void whatIsNoDigitIsRefusedTheNextTime() throws Exception {
    Drawing five = DigitSessionsTest.hand(6, 2).get(5).drawing();
    assertTrue(!reader.read(five).refused());
    memory.remember(new OwnDrawing(ODD, LabelledDrawing.NOT_A_DIGIT, five, false));
    assertEquals(DigitGuess.Refusal.NOT_A_DIGIT, reader.read(five).refusal());
  }

  @Test
  public void otherPeoplesDigitsAndRefusalsStayAsTheyWere() throws Exception {
    DigitReader plain = new DigitReader(model.javaEngine(), model);
    DigitSessionsTest.hand(60, 4).forEach(memory::remember);
    GeneralDigits general = DigitSessionsTest.general();
    int right = 0;
    int rightBefore = 0;
    float[] image = new float[StrokeRenderer.PIXELS];
    for (int i = 0; i < general.measuring().size(); i++) {
      general.measuring().copyImage(i, image);
      rightBefore += plain.read(image).digit() == general.measuring().label(i) ? 1 : 0;
      right += reader.read(image).digit() == general.measuring().label(i) ? 1 : 0;
    }
    assertTrue(right + " of 500 right, before " + rightBefore, right >= rightBefore - 1);

    Rng random = new Rng(3);
    int refused = 0;
    int refusedBefore = 0;
    for (int i = 0; i < 300; i++) {
      Drawing scribble = Scribbles.heldOut(random);
      refusedBefore += plain.read(scribble).refused() ? 1 : 0;
      refused += reader.read(scribble).refused() ? 1 : 0;
    }
    assertTrue(refused + " of 300 refused, before " + refusedBefore, refused >= refusedBefore - 9);
  }

  @Test
  public void findsTheMostSimilarDrawings() {
    List<OwnDrawing> hand = DigitSessionsTest.hand(30, 9);
    hand.forEach(memory::remember);
    List<Neighbour> nearest = memory.nearest(hand.get(13).drawing(), 4);
    assertEquals(4, nearest.size());
    assertEquals(hand.get(13).id(), nearest.get(0).id());
    assertEquals(1, nearest.get(0).similarity(), 1e-5);
    assertTrue(nearest.get(1).similarity() >= nearest.get(2).similarity());
    assertEquals(30, memory.nearest(hand.get(0).drawing(), 100).size());
  }

  @Test
  public void keepsTheNewestOfEachClass() {
    Drawing one = DigitSessionsTest.hand(2, 1).get(1).drawing();
    for (int i = 0; i < DigitMemory.MOST_OF_A_CLASS + 5; i++) {
      memory.remember(new OwnDrawing(new UUID(2, i), 1, one, false));
    }
    memory.remember(new OwnDrawing(ODD, 7, one, false));
    assertEquals(DigitMemory.MOST_OF_A_CLASS + 1, memory.size());
    assertNotEquals(new UUID(2, 0), memory.nearest(one, 1).get(0).id());
  }
}
