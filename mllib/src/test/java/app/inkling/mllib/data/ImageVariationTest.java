package app.inkling.mllib.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.tensor.Rng;
import java.util.Arrays;
import org.junit.Test;

public class ImageVariationTest {
  private final float[] image = new StrokeRenderer().render(Glyphs.digit(5, 0).drawing());

  @Test
  public void strengthZeroLeavesTheImageAsItIs() {
    float[] varied = image.clone();
    new ImageVariation(28, 28, 0).vary(varied, new Rng(1));
    assertArrayEquals(image, varied, 1e-6f);
  }

  @Test
  public void sameSeedGivesTheSameImageAndAnotherSeedAnother() {
    assertArrayEquals(varied(1), varied(1), 0);
    assertFalse(Arrays.equals(varied(1), varied(2)));
  }

  @Test
  public void keepsInkBetweenNoneAndFullAndAboutWhereItWas() {
    double ink = sum(image);
    double mean = 0;
    for (int seed = 0; seed < 200; seed++) {
      float[] varied = varied(seed);
      for (float value : varied) {
        assertTrue(value >= 0 && value <= 1);
      }
      mean += sum(varied) / 200;
      double overlap = 0;
      for (int i = 0; i < varied.length; i++) {
        overlap += Math.min(varied[i], image[i]);
      }
      assertTrue("seed " + seed + " keeps " + overlap / ink, overlap > 0.2 * ink);
    }
    assertEquals(ink, mean, 0.1 * ink);
  }

  private float[] varied(long seed) {
    float[] varied = image.clone();
    new ImageVariation(28, 28, 1).vary(varied, new Rng(seed));
    return varied;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
