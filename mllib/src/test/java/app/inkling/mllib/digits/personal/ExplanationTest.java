package app.inkling.mllib.digits.personal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

public class ExplanationTest {
  private DigitModel model;
  private DigitReader reader;

  @Before
  public void loadTheShippedModel() throws Exception {
    model = DigitModel.load(DigitSessionsTest.resource("models/digits.inkling"));
    reader = new DigitReader(model.javaEngine(), model);
  }

  @Test
  public void coveringWhatSpeaksForADigitCostsMoreThanCoveringWhatDoesNot() throws Exception {
    double most = 0;
    double least = 0;
    for (OwnDrawing own : DigitSessionsTest.hand(10, 4)) {
      Explanation explanation = Explanation.of(own.drawing(), reader, () -> false).get();
      assertEquals(own.digit(), explanation.digit());
      float[] strongest = {0, 0, Float.NEGATIVE_INFINITY};
      float[] weakest = {0, 0, Float.POSITIVE_INFINITY};
      for (Stroke stroke : own.drawing().strokes()) {
        for (int i = 0; i < stroke.size(); i++) {
          float weight = explanation.weight(stroke.x(i), stroke.y(i));
          assertTrue("weight " + weight, weight >= -1 && weight <= 1);
          strongest = weight > strongest[2] ? new float[] {stroke.x(i), stroke.y(i), weight} : strongest;
          weakest = weight < weakest[2] ? new float[] {stroke.x(i), stroke.y(i), weight} : weakest;
        }
      }
      most += loss(own, strongest);
      least += loss(own, weakest);
    }
    assertTrue("loss " + most + " and " + least, most > 2 * least);
  }

  /** Log-loss of the digit when the ink near a point of the canvas is gone. */
  private double loss(OwnDrawing own, float[] point) throws Exception {
    StrokeRenderer renderer = new StrokeRenderer();
    float[] image = renderer.render(own.drawing());
    StrokeRenderer.Placement placement = renderer.placement(own.drawing());
    for (int row = 0; row < StrokeRenderer.SIDE; row++) {
      for (int column = 0; column < StrokeRenderer.SIDE; column++) {
        boolean near = Math.abs(column + 0.5 - placement.x(point[0])) < 3
            && Math.abs(row + 0.5 - placement.y(point[1])) < 3;
        image[row * StrokeRenderer.SIDE + column] *= near ? 0 : 1;
      }
    }
    return -Math.log(Math.max(1e-6, reader.read(image).probability(own.digit())));
  }

  @Test
  public void whereThereIsNoInkNothingSpeaks() throws Exception {
    Drawing one = DigitSessionsTest.hand(2, 4).get(1).drawing();
    assertEquals(0, Explanation.of(one, reader, () -> false).get().weight(-1e5f, -1e5f), 0);
  }

  @Test
  public void canBeCancelled() throws Exception {
    assertFalse(Explanation.of(DigitSessionsTest.hand(1, 1).get(0).drawing(), reader, () -> true)
        .isPresent());
  }

  @Test
  public void findsOtherPeoplesDigitsOfTheSameKind() throws Exception {
    GeneralNeighbours general = new GeneralNeighbours(model, DigitSessionsTest.general().replay());
    int same = 0;
    for (OwnDrawing own : DigitSessionsTest.hand(20, 3)) {
      List<GeneralNeighbours.Match> matches = general.nearest(own.drawing(), 3);
      assertEquals(3, matches.size());
      assertTrue(matches.get(0).similarity() >= matches.get(1).similarity());
      same += matches.get(0).digit() == own.digit() ? 1 : 0;
    }
    assertTrue(same + " of 20 nearest show the same digit", same >= 17);
  }
}
