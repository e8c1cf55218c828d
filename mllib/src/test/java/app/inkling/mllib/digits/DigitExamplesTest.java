package app.inkling.mllib.digits;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.tensor.Rng;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class DigitExamplesTest {
  private static final int IMAGES = 200;

  private final float[] image = new float[StrokeRenderer.PIXELS];

  @Test
  public void exampleDependsOnIndexAndRandomnessAlone() {
    DigitExamples one = examples();
    DigitExamples other = examples();
    one.make(3, new Rng(9), image);
    one.make(17, new Rng(9), image);
    float[] again = new float[image.length];
    for (int index = 0; index < one.size(); index += 7) {
      assertEquals(one.make(index, new Rng(index), image), other.make(index, new Rng(index), again));
      assertArrayEquals(image, again, 0);
    }
  }

  @Test
  public void otherRandomnessVariesAnew() {
    int last = examples().size() - 1;
    float[] other = new float[image.length];
    examples().make(last, new Rng(1), image);
    examples().make(last, new Rng(2), other);
    assertFalse(Arrays.equals(image, other));
  }

  @Test
  public void holdsDigitsOfAllKindsAndWhatIsNone() {
    DigitExamples examples = examples();
    Rng random = new Rng(3);
    int[] counts = new int[DigitModel.CLASSES];
    for (int index = 0; index < examples.size(); index++) {
      counts[examples.make(index, random, image)]++;
      for (float value : image) {
        assertTrue(value >= 0 && value <= 1);
      }
    }
    assertTrue("fours among the images " + counts[4], counts[4] >= IMAGES);
    assertTrue("sevens among the drawings " + counts[7], counts[7] >= 10);
    assertTrue("no digits " + counts[DigitModel.NOT_A_DIGIT], counts[DigitModel.NOT_A_DIGIT] >= IMAGES / 10);
  }

  @Test
  public void aDrawingLabelledAsNoneIsOfTheLastClass() {
    List<LabelledDrawing> none =
        List.of(new LabelledDrawing("w", LabelledDrawing.NOT_A_DIGIT, Glyphs.others().get(0).drawing()));
    DigitExamples examples = new DigitExamples(images(28), none);
    assertEquals(DigitModel.NOT_A_DIGIT, examples.make(IMAGES, new Rng(1), image));
  }

  @Test
  public void rejectsImagesOfAnotherSize() {
    assertThrows(IllegalArgumentException.class, () -> new DigitExamples(images(20), List.of()));
  }

  private static DigitExamples examples() {
    Drawing seven = Glyphs.digit(7, 0).drawing();
    return new DigitExamples(images(28), Collections.nCopies(10, new LabelledDrawing("w", 7, seven)));
  }

  private static LabelledImages images(int side) {
    byte[] labels = new byte[IMAGES];
    Arrays.fill(labels, (byte) 4);
    byte[] pixels = new byte[IMAGES * side * side];
    Arrays.fill(pixels, (byte) 100);
    return new LabelledImages(side, side, pixels, labels);
  }
}
