package app.inkling.mllib.model.text;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import app.inkling.mllib.tensor.Rng;
import org.junit.Test;

public class SamplingTest {
  private static final float[] P = {0.1f, 0, 0.4f, 0.3f, 0.2f};
  private static final double[] EXACT = {0.1, 0, 0.4, 0.3, 0.2};

  private final ToySentences toy = new ToySentences();

  private static double[] shares(Sampling how, long seed) {
    Rng random = new Rng(seed);
    double[] shares = new double[P.length];
    for (int i = 0; i < 20_000; i++) {
      shares[how.choose(P, random)] += 1 / 20_000.0;
    }
    return shares;
  }

  private int[] write(Sampling how, int most, long seed) {
    LanguageModel model =
        new KneserNey(toy.sentences(400, new Rng(1)), 4, toy.vocabulary().size()).along(toy.end());
    return how.write(model.reader(), model.words(), toy.end(), most, new Rng(seed));
  }

  @Test
  public void drawsInProportion() {
    assertArrayEquals(EXACT, shares(Sampling.PLAIN, 1), 0.015);
  }

  @Test
  public void temperatureIsAPowerOfOneOverIt() {
    assertArrayEquals(new double[] {0.01 / 0.3, 0, 0.16 / 0.3, 0.09 / 0.3, 0.04 / 0.3},
        shares(Sampling.PLAIN.withTemperature(0.5f), 1), 0.015);
    assertArrayEquals(new double[] {0, 0, 1, 0, 0}, shares(Sampling.GREEDY, 1), 1e-9);
    assertEquals(1, shares(Sampling.PLAIN.withTemperature(0), 1)[2], 1e-9);
  }

  @Test
  public void topKKeepsTheLikeliest() {
    assertArrayEquals(new double[] {0, 0, 4 / 7.0, 3 / 7.0, 0}, shares(Sampling.PLAIN.withTopK(2), 1), 0.015);
    assertArrayEquals(new int[] {2, 3, 4}, Sampling.PLAIN.withTopK(3).allowed(EXACT));
  }

  @Test
  public void topPKeepsTheFewestWithThatMuchTogether() {
    assertArrayEquals(new int[] {2}, Sampling.PLAIN.withTopP(0.39f).allowed(EXACT));
    assertArrayEquals(new int[] {2, 3}, Sampling.PLAIN.withTopP(0.41f).allowed(EXACT));
    assertArrayEquals(new int[] {2, 3, 4}, Sampling.PLAIN.withTopP(0.85f).allowed(EXACT));
    assertArrayEquals(new int[] {2, 3, 4, 0}, Sampling.PLAIN.allowed(EXACT));
    assertArrayEquals("of what top k leaves", new int[] {2},
        Sampling.PLAIN.withTopK(2).withTopP(0.5f).allowed(EXACT));
  }

  @Test
  public void writesUntilTheEndAndTheSameForTheSameSeed() {
    int[] written = write(Sampling.PLAIN, 30, 3);
    assertArrayEquals(written, write(Sampling.PLAIN, 30, 3));
    assertEquals(toy.end(), written[written.length - 1]);
    assertEquals(3, write(Sampling.PLAIN, 3, 3).length);
    assertArrayEquals(write(Sampling.GREEDY, 30, 4), write(Sampling.GREEDY, 30, 5));
    assertThrows(IllegalArgumentException.class, () -> Sampling.PLAIN.withTopK(0));
    assertThrows(IllegalArgumentException.class, () -> Sampling.PLAIN.withTopP(0));
  }
}
