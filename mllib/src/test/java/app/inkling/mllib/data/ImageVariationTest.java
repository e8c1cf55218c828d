package app.inkling.mllib.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.ImageVariation.Kinds;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.tensor.Rng;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.zip.CRC32;
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

  /** Whoever changes these bits makes the shipped model's command give another model: then train it anew. */
  @Test
  public void theBitsAreTheRecordedOnes() {
    CRC32 crc = new CRC32();
    for (int seed = 0; seed < 50; seed++) {
      float[] varied = image.clone();
      new ImageVariation(28, 28, seed % 2 == 0 ? 1 : 0.6f).vary(varied, new Rng(seed));
      ByteBuffer bytes = ByteBuffer.allocate(4 * varied.length);
      bytes.asFloatBuffer().put(varied);
      crc.update(bytes.array());
    }
    assertEquals("b62bb50f", Long.toHexString(crc.getValue()));
  }

  @Test
  public void aShiftMovesTheMiddleAndNothingElse() {
    changes(new Kinds(1, 0, 0, 0, 0, 0), bar(0.3f), (before, after) -> {
      assertEquals(before.ink, after.ink, 0.01 * before.ink);
      assertEquals(before.across, after.across, 0.5);
      assertEquals(before.down, after.down, 0.5);
      assertEquals(before.both, after.both, 0.5);
      return Math.hypot(after.x - before.x, after.y - before.y) > 0.3;
    });
  }

  @Test
  public void aTurnKeepsTheMiddleAndTurnsTheAxis() {
    changes(new Kinds(0, 0.14f, 0, 0, 0, 0), bar(0), (before, after) -> {
      assertEquals(before.x, after.x, 0.6);
      assertEquals(before.y, after.y, 0.6);
      assertEquals(before.across + before.down, after.across + after.down, 0.8);
      return Math.abs(after.angle()) > 0.05 && Math.abs(after.angle()) < 0.4;
    });
  }

  @Test
  public void aScaleStretchesTheAxesAndTurnsNeither() {
    changes(new Kinds(0, 0, 0.08f, 0, 0, 0), bar(0), (before, after) -> {
      assertEquals(before.x, after.x, 0.6);
      assertEquals(0, after.angle(), 0.02);
      return Math.abs(after.across / before.across - 1) > 0.05;
    });
  }

  @Test
  public void aShearLeansWhatStandsAndLeavesWhatLies() {
    Kinds shear = new Kinds(0, 0, 0, 0.12f, 0, 0);
    changes(shear, bar((float) Math.PI / 2), (before, after) -> {
      assertEquals(before.down, after.down, 0.5);
      return Math.abs(after.both) > 1;
    });
    changes(shear, bar(0), (before, after) -> {
      assertEquals(0, after.angle(), 0.02);
      assertEquals(before.across, after.across, 0.8);
      return true;
    });
  }

  @Test
  public void aBendMovesInkButOnlyAFewPixels() {
    changes(new Kinds(0, 0, 0, 0, 0.9f, 0), bar(0), (before, after) -> {
      assertEquals(before.x, after.x, 2);
      assertEquals(before.y, after.y, 2);
      return Math.abs(after.down - before.down) > 0.05;
    });
  }

  @Test
  public void aPenThickensOrThinsAndKeepsThePlace() {
    int[] kinds = new int[2];
    changes(new Kinds(0, 0, 0, 0, 0, 1), bar(0.3f), (before, after) -> {
      assertEquals(before.x, after.x, 0.1);
      assertEquals(before.y, after.y, 0.1);
      kinds[after.ink > before.ink ? 0 : 1]++;
      return Math.abs(after.ink / before.ink - 1) > 0.02;
    });
    assertTrue(kinds[0] > 20 && kinds[1] > 20);
  }

  private interface Change {
    /** Asserts what must hold and says whether the change can be seen. */
    boolean seen(Moments before, Moments after);
  }

  private static void changes(Kinds kinds, float[] image, Change change) {
    int seen = 0;
    for (int seed = 0; seed < 100; seed++) {
      float[] varied = image.clone();
      new ImageVariation(28, 28, 1, kinds).vary(varied, new Rng(seed));
      seen += change.seen(new Moments(image), new Moments(varied)) ? 1 : 0;
    }
    assertTrue("seen in " + seen + " of 100", seen > 50);
  }

  /** A soft bar through the middle, 14 pixels long, at so many radians from level. */
  private static float[] bar(float angle) {
    float[] image = new float[28 * 28];
    for (int i = 0; i < image.length; i++) {
      double x = i % 28 - 14;
      double y = i / 28 - 14;
      double along = Math.max(0, Math.abs(x * Math.cos(angle) + y * Math.sin(angle)) - 7);
      double beside = y * Math.cos(angle) - x * Math.sin(angle);
      image[i] = (float) Math.exp(-0.4 * (along * along + beside * beside));
    }
    return image;
  }

  /** Where the ink is and how it is spread. */
  private static final class Moments {
    final double ink;
    final double x;
    final double y;
    final double across;
    final double down;
    final double both;

    Moments(float[] image) {
      ink = sum(image);
      x = mean(image, (column, row) -> column);
      y = mean(image, (column, row) -> row);
      across = mean(image, (column, row) -> (column - x) * (column - x));
      down = mean(image, (column, row) -> (row - y) * (row - y));
      both = mean(image, (column, row) -> (column - x) * (row - y));
    }

    private double mean(float[] image, DoubleBinaryOperator value) {
      double sum = 0;
      for (int i = 0; i < image.length; i++) {
        sum += image[i] * value.applyAsDouble(i % 28, i / 28);
      }
      return sum / ink;
    }

    /** Of the longer axis to a level line. */
    double angle() {
      return 0.5 * Math.atan2(2 * both, across - down);
    }
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
