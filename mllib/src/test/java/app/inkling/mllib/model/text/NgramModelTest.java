package app.inkling.mllib.model.text;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class NgramModelTest {
  private static final int WORDS = 40;

  /** Words that follow from the two before, most of the time. */
  private static List<int[]> text(long seed, int sentences) {
    Rng random = new Rng(seed);
    List<int[]> text = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      int[] sentence = new int[2 + random.nextInt(8)];
      int before = 1;
      int last = 3;
      for (int t = 0; t < sentence.length; t++) {
        int next = random.nextInt(3) == 0 ? 2 + random.nextInt(WORDS - 2) * random.nextInt(WORDS - 2) / (WORDS - 2)
            : 2 + (before * 7 + last * 5) % (WORDS - 2);
        before = last;
        last = next;
        sentence[t] = next;
      }
      text.add(sentence);
    }
    return text;
  }

  @Test
  public void wholeModelSumsToOneAfterEveryContext() {
    KneserNey model = new KneserNey(text(1, 400), 4, WORDS);
    for (int[] context : contexts()) {
      double sum = 0;
      for (int word = 0; word < WORDS; word++) {
        sum += word == Vocabulary.START ? 0 : model.probability(context, word);
      }
      assertEquals(Arrays.toString(context), 1, sum, 1e-9);
    }
  }

  @Test
  public void longerContextsExplainATextOfTheSameKindBetter() {
    List<int[]> other = text(2, 200);
    double unigram = new KneserNey(text(1, 2000), 1, WORDS).perplexity(other);
    double bigram = new KneserNey(text(1, 2000), 2, WORDS).perplexity(other);
    double trigram = new KneserNey(text(1, 2000), 3, WORDS).perplexity(other);
    assertTrue(unigram + " " + bigram + " " + trigram, trigram < 0.8 * bigram && bigram < unigram);
  }

  /** By hand: "a b", "a b", "a c" with a = 2, b = 3, c = 4; five numbers. */
  @Test
  public void agreesWithTheFormulaByHand() {
    KneserNey model = new KneserNey(List.of(new int[] {2, 3}, new int[] {2, 3}, new int[] {2, 4}), 2, 5);
    // Bigrams: start-a 3 times, a-b twice, a-c once: n1 = n2 = n3 = 1, n4 = 0, Y = 1/3.
    double y = 1.0 / 3;
    double d1 = 1 - 2 * y;
    double d2 = 2 - 3 * y;
    double d3 = 3;
    // Unigrams count what they follow: a, b, c once each, so n1 = 3, all other 0, Y = 1; D1 = 1 - 0.
    double shorter = (1 - 1) / 3.0 + 3 * 1 / 3.0 * 1 / 4;
    assertEquals((2 - d2) / 3 + (d1 + d2) / 3 * shorter, model.probability(new int[] {1, 2}, 3), 1e-12);
    assertEquals((1 - d1) / 3 + (d1 + d2) / 3 * shorter, model.probability(new int[] {1, 2}, 4), 1e-12);
    assertEquals((3 - d3) / 3 + d3 / 3 * shorter, model.probability(new int[] {1}, 2), 1e-12);
  }

  @Test
  public void unprunedSmallModelIsTheWholeOneButForRounding() {
    KneserNey whole = new KneserNey(text(1, 400), 3, WORDS);
    NgramModel small = NgramPruning.prune(whole, Integer.MAX_VALUE);
    float[] p = new float[WORDS];
    for (int[] context : contexts()) {
      small.fill(context, p);
      for (int word = 2; word < WORDS; word++) {
        double wanted = whole.probability(context, word);
        assertEquals(Arrays.toString(context) + " " + word, wanted, p[word], 0.05 * wanted + 1e-4);
      }
    }
  }

  @Test
  public void prunedModelSumsToOneAndKeepsMostOfWhatTheWholeKnows() {
    KneserNey whole = new KneserNey(text(1, 2000), 3, WORDS);
    NgramModel small = NgramPruning.prune(whole, 1200);
    assertTrue(small.size(2) + small.size(3) + " n-grams", small.size(2) + small.size(3) < 2500);
    double wholeLoss = 0;
    double smallLoss = 0;
    float[] p = new float[WORDS];
    for (int[] sentence : text(2, 200)) {
      for (int i = 1; i < sentence.length; i++) {
        int[] context = i == 1 ? new int[] {1, sentence[0]} : new int[] {sentence[i - 2], sentence[i - 1]};
        small.fill(context, p);
        smallLoss -= Math.log(p[sentence[i]]);
        wholeLoss -= Math.log(whole.probability(context, sentence[i]));
      }
    }
    assertTrue(smallLoss + " against " + wholeLoss, smallLoss < 1.1 * wholeLoss);
  }

  @Test
  public void saysHowMuchOfTheContextItKnows() {
    NgramModel small = NgramPruning.prune(new KneserNey(text(1, 400), 3, WORDS), Integer.MAX_VALUE);
    int[] first = text(1, 1).get(0);
    float[] p = new float[WORDS];
    assertEquals(2, small.fill(new int[] {1, first[0]}, p));
    assertEquals(1, small.fill(new int[] {1}, p));
    assertEquals(0, small.fill(new int[0], p));
  }

  @Test
  public void comesBackFromItsBytesAndRefusesDamagedOnes() throws Exception {
    NgramModel small = NgramPruning.prune(new KneserNey(text(1, 400), 4, WORDS), 500);
    byte[] bytes = small.toBytes();
    NgramModel again = NgramModel.fromBytes("it", bytes);
    assertArrayEquals(bytes, again.toBytes());
    float[] p = new float[WORDS];
    float[] q = new float[WORDS];
    for (int[] context : contexts()) {
      assertEquals(small.fill(context, p), again.fill(context, q));
      assertArrayEquals(p, q, 0);
    }
    FormatException cut = assertThrows(FormatException.class,
        () -> NgramModel.fromBytes("it", Arrays.copyOf(bytes, bytes.length / 2)));
    assertTrue(cut.getMessage(), cut.getMessage().startsWith("it: "));
    assertThrows(FormatException.class, () -> NgramModel.fromBytes("it", new byte[] {1, 2, 3}));
  }

  private static List<int[]> contexts() {
    return List.of(new int[0], new int[] {1}, new int[] {1, 5}, new int[] {1, 5, 9}, new int[] {30, 7},
        new int[] {8, 8, 8}, new int[] {0, 2}, new int[] {3, 0});
  }
}
