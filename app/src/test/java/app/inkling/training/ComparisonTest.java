package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.data.StoredDrawing;
import app.inkling.engines.DigitVersion;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.session.Paired;
import app.inkling.screens.App;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The figures of a comparison, counted a second time by hand. */
@RunWith(AndroidJUnit4.class)
public final class ComparisonTest {
  @Rule
  public final App app = new App();

  private DigitVersion good;
  private DigitVersion spoilt;
  private LabelledImages general;

  @Before
  public void load() throws Exception {
    good = new TrainingsFixture(app).background(() -> app.container().digitsInUse().load());
    DigitModel worse = DigitModel.of(good.model().toCheckpoint());
    List<Parameter> parameters = worse.network().parameters();
    // The last bias: fours seem likelier than they are.
    parameters.get(parameters.size() - 1).value().rows()[0][4] += 9;
    spoilt = DigitVersion.trained("spoilt", "00", worse);
    general = app.container().digitKind().general().measuring().range(0, 120);
  }

  @Test
  public void countsWhatEachReadsRightlyAndWhatOnlyOneDoes() throws Exception {
    List<StoredDrawing> named = named();
    Comparison comparison = Comparison.of(spoilt, good, named, general);
    int[][] own = new int[2][2];
    int[][] others = new int[2][2];
    Map<String, int[]> wrong = new HashMap<>();
    int apart = 0;
    try (InferenceEngine one = spoilt.model().javaEngine(); InferenceEngine two = good.model().javaEngine()) {
      DigitReader first = new DigitReader(one, spoilt.model());
      DigitReader second = new DigitReader(two, good.model());
      for (StoredDrawing drawing : named) {
        int a = first.read(drawing.ink()).reading();
        int b = second.read(drawing.ink()).reading();
        apart += a == b ? 0 : 1;
        if (drawing.heldOut()) {
          count(own, wrong, drawing.correction(), a, b);
        }
      }
      float[] image = new float[StrokeRenderer.PIXELS];
      for (int i = 0; i < general.size(); i++) {
        general.copyImage(i, image);
        count(others, wrong, general.label(i), first.read(image).reading(), second.read(image).reading());
      }
    }
    same(own, comparison.own());
    same(others, comparison.general());
    assertTrue("some set aside", comparison.heldOut());
    assertEquals(apart, comparison.apart().size());
    assertTrue("the spoilt one errs: " + comparison.general(), others[0][1] > 5);

    assertEquals(wrong.size(), comparison.confusions().size());
    int before = Integer.MAX_VALUE;
    for (Comparison.Confusion confusion : comparison.confusions()) {
      int[] counts = wrong.get(confusion.meant() + " as " + confusion.read());
      assertEquals(confusion.toString(), counts[0], confusion.first());
      assertEquals(confusion.toString(), counts[1], confusion.second());
      assertTrue("most frequent first", counts[0] + counts[1] <= before);
      before = counts[0] + counts[1];
    }
    ComparisonText text = new ComparisonText(ApplicationProvider.getApplicationContext().getResources());
    String sentence = text.general(comparison);
    assertTrue(sentence,
        sentence.startsWith("Other people's digits: " + comparison.general().first() + " and "
        + comparison.general().second() + " of 120. Only this one reads " + others[1][0]
        + " of them, only the "
        + "other " + others[0][1] + "."));
    assertTrue(text.confusions(comparison), text.confusions(comparison).contains("read as 4: "));
  }

  /** @param table right or wrong by the first, right or wrong by the second: [0] is wrong */
  private static void count(int[][] table, Map<String, int[]> wrong, int meant, int first, int second) {
    table[first == meant ? 1 : 0][second == meant ? 1 : 0]++;
    if (first != meant) {
      wrong.computeIfAbsent(meant + " as " + first, key -> new int[2])[0]++;
    }
    if (second != meant) {
      wrong.computeIfAbsent(meant + " as " + second, key -> new int[2])[1]++;
    }
  }

  private static void same(int[][] table, Paired score) {
    assertEquals(table[0][0] + table[0][1] + table[1][0] + table[1][1], score.of());
    assertEquals(table[1][0] + table[1][1], score.first());
    assertEquals(table[0][1] + table[1][1], score.second());
    assertEquals(table[1][0], score.onlyFirst());
    assertEquals(table[0][1], score.onlySecond());
    assertEquals(chance(table[1][0], table[0][1]), score.chance(), 1e-9);
  }

  /** McNemar's exact test in whole numbers: twice the chance of so few heads among so many tosses. */
  private static double chance(int heads, int tails) {
    int tosses = heads + tails;
    BigInteger ways = BigInteger.ZERO;
    BigInteger choose = BigInteger.ONE;
    for (int k = 0; k <= Math.min(heads, tails); k++) {
      ways = ways.add(choose);
      choose = choose.multiply(BigInteger.valueOf(tosses - k)).divide(BigInteger.valueOf(k + 1));
    }
    return Math.min(1, 2 * ways.doubleValue() / Math.pow(2, tosses));
  }

  /** Digits of several styles, some set aside, some sevens the wrong way round. */
  private static List<StoredDrawing> named() {
    Rng random = new Rng(1);
    List<StoredDrawing> named = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int digit = i % 10;
      Drawing ink = i % 6 == 5 ? App.wrongWayRound(random)
          : Glyphs.styles(digit).get(i % Glyphs.styles(digit).size()).drawing(random, 3);
      named.add(new StoredDrawing(new UUID(1, i).toString(), ink, null, i % 6 == 5 ? 7 : digit, i % 3 == 0,
          i));
    }
    return named;
  }
}
