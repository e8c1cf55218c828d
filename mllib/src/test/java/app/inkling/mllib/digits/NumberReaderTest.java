package app.inkling.mllib.digits;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.SideBySide;
import app.inkling.mllib.data.stroke.Stroke;
import app.inkling.mllib.data.stroke.StrokeVariation;
import app.inkling.mllib.tensor.Rng;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

public class NumberReaderTest {
  private NumberReader reader;

  @Before
  public void loadTheShippedModel() throws Exception {
    try (InputStream in = NumberReaderTest.class.getClassLoader()
        .getResourceAsStream("models/digits.inkling")) {
      DigitModel model = DigitModel.load(in.readAllBytes());
      reader = new NumberReader(new DigitReader(model.javaEngine(), model));
    }
  }

  @Test
  public void readsNumbersOfAllLengthsAndStyles() throws Exception {
    Rng random = new Rng(1);
    int right = 0;
    for (int trial = 0; trial < 60; trial++) {
      List<Drawing> digits = new ArrayList<>();
      StringBuilder wanted = new StringBuilder();
      for (int left = 1 + trial % 5; left > 0; left--) {
        int digit = random.nextInt(10);
        int style = random.nextInt(Glyphs.styles(digit).size());
        digits.add(new StrokeVariation(0.4f).vary(Glyphs.styles(digit).get(style).drawing(random, 2),
            random));
        wanted.append(digit);
      }
      NumberReader.Reading reading = reader.read(SideBySide.of(digits, random));
      right += reading.text().contentEquals(wanted) ? 1 : 0;
      assertEquals(reading.digits().size(), reading.parts().size());
    }
    assertTrue(right + " of 60 right", right >= 54);
  }

  @Test
  public void theOrderOfDrawingDoesNotMatter() throws Exception {
    Rng random = new Rng(2);
    List<Drawing> digits = new ArrayList<>();
    for (int digit : new int[] {4, 0, 7}) {
      digits.add(Glyphs.styles(digit).get(0).drawing());
    }
    Drawing number = SideBySide.of(digits, random);
    List<Stroke> backwards = new ArrayList<>(number.strokes());
    Collections.reverse(backwards);
    assertEquals("407", reader.read(number).text());
    assertEquals("407", reader.read(new Drawing(number.width(), number.height(), backwards)).text());
  }

  @Test
  public void aBlankDrawingSaysNothing() throws Exception {
    NumberReader.Reading reading = reader.read(new Drawing(100, 100, List.of()));
    assertEquals("", reading.text());
    assertTrue(reading.refused());
    assertEquals(0, reading.confidence(), 0);
  }

  @Test
  public void oneDigitIsReadAsOne() throws Exception {
    Drawing seven = Glyphs.styles(7).get(0).drawing();
    NumberReader.Reading reading = reader.read(seven);
    assertEquals("7", reading.text());
    assertFalse(reading.refused());
  }
}
