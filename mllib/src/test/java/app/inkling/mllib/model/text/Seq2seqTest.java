package app.inkling.mllib.model.text;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.GradientCheck;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.text.SequencePairs.Pair;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/** One sequence to another, on tasks that are learned in seconds. */
public class Seq2seqTest {
  private static final int SYMBOLS = 8;
  private static final int LONGEST = 8;
  private static final int WORDS = Vocabulary.FIRST_WORD + SYMBOLS;

  /** Random strings of 2 to 8 symbols, and the same from the end. */
  private static List<Pair> reversals(int count, Rng random) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] source = new int[2 + random.nextInt(LONGEST - 1)];
      int[] target = new int[source.length];
      for (int s = 0; s < source.length; s++) {
        source[s] = Vocabulary.FIRST_WORD + random.nextInt(SYMBOLS);
        target[source.length - 1 - s] = source[s];
      }
      pairs.add(new Pair(source, target));
    }
    return pairs;
  }

  private static Seq2seqTraining training(List<Pair> pairs, boolean attention, long updates, long seed) {
    return new Seq2seqTraining(pairs, WORDS, WORDS, new Seq2seqTraining.Recipe(new Seq2seq.Size(16, 32),
        LONGEST, attention, 0, updates, 0.01f, seed), Kernels.PLAIN);
  }

  private static double exactPercent(Seq2seq net, List<Pair> pairs, int width) {
    Translator translator = new Translator(net, 2 * LONGEST, Kernels.PLAIN);
    return 100.0 * pairs.stream().filter(pair -> Arrays.equals(pair.target(),
        translator.translate(pair.source(), width).words())).count() / pairs.size();
  }

  /** Seeds 1 to 3: 100, 100 and 99.5 % with attention, 78, 77 and 79.5 % without. */
  @Test
  public void reversesStringsItNeverSawAndNeedsAttentionForIt() {
    List<Pair> heldOut = reversals(200, new Rng(1).split(1));
    double[] exact = new double[2];
    for (int i = 0; i < 2; i++) {
      try (Seq2seqTraining run = training(reversals(2000, new Rng(1)), i == 0, 400, 1)) {
        run.train(400, TrainingListener.NONE);
        exact[i] = exactPercent(run.net(), heldOut, 1);
        if (i == 0) {
          looksFromTheEndToTheBeginning(run.net());
        }
      }
    }
    assertTrue("with attention " + exact[0], exact[0] >= 97);
    assertTrue("without attention " + exact[1], exact[1] < 90 && exact[1] > 50);
  }

  private static void looksFromTheEndToTheBeginning(Seq2seq net) {
    int[] source = {2, 5, 3, 9, 4, 7};
    Translator.Translation translation = new Translator(net, LONGEST, Kernels.PLAIN).translate(source, 1);
    assertArrayEquals(new int[] {7, 4, 9, 3, 5, 2}, translation.words());
    float[][] map = translation.attention();
    assertEquals(6, map.length);
    int onTheDiagonal = 0;
    for (int t = 0; t < 6; t++) {
      assertEquals(6, map[t].length);
      double sum = 0;
      int most = 0;
      for (int s = 0; s < 6; s++) {
        sum += map[t][s];
        most = map[t][s] > map[t][most] ? s : most;
      }
      assertEquals(1, sum, 1e-5);
      // The memory knows a word's neighbours as well, so that looking next to a word does.
      onTheDiagonal += Math.abs(most - (5 - t)) <= 1 ? 1 : 0;
    }
    assertTrue(Arrays.deepToString(map), onTheDiagonal >= 5);
  }

  private static final String[] ONES = ("zero one two three four five six seven eight nine ten eleven "
      + "twelve thirteen "
      + "fourteen fifteen sixteen seventeen eighteen nineteen").split(" ");
  private static final String[] TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

  private static List<String> spelled(int number) {
    List<String> words = new ArrayList<>();
    int rest = number % 100;
    if (number >= 100) {
      words.addAll(List.of(ONES[number / 100], "hundred"));
    }
    if (rest >= 20) {
      words.add(TENS[rest / 10 - 2]);
    }
    if (rest < 20 ? rest > 0 || number == 0 : rest % 10 > 0) {
      words.add(ONES[rest < 20 ? rest : rest % 10]);
    }
    return words;
  }

  /** Of all numbers to 999 a fifth is held out. Seeds 1 to 4: 100, 97.4, 100 and 99.5 %. */
  @Test
  public void spellsNumbersItNeverSaw() {
    assertEquals(List.of("three", "hundred", "seventeen"), spelled(317));
    assertEquals(List.of("forty"), spelled(40));
    List<String> all = new ArrayList<>(List.of(ONES));
    all.addAll(List.of(TENS));
    all.add("hundred");
    Vocabulary words = new Vocabulary(all);
    List<Pair> pairs = new ArrayList<>();
    List<Pair> heldOut = new ArrayList<>();
    for (int number = 0; number < 1000; number++) {
      int[] digits = Integer.toString(number).chars().map(c -> c - '0' + Vocabulary.FIRST_WORD).toArray();
      (new Rng(number).nextInt(5) == 0 ? heldOut : pairs)
          .add(new Pair(digits, words.numbers(spelled(number))));
    }
    try (Seq2seqTraining run = new Seq2seqTraining(pairs, 12, words.size(), new Seq2seqTraining.Recipe(
        new Seq2seq.Size(16, 32), 3, true, 0.1f, 500, 0.01f, 1), Kernels.PLAIN)) {
      run.train(500, TrainingListener.NONE);
      double exact = exactPercent(run.net(), heldOut, 1);
      assertTrue(exact + " % of " + heldOut.size(), exact >= 93);
    }
  }

  @Test
  public void theGradientIsRightWithPaddingAndWithout() {
    for (boolean attention : new boolean[] {true, false}) {
      Seq2seq net = new Seq2seq(WORDS, LONGEST, WORDS, new Seq2seq.Size(3, 4), attention, 0, new Rng(5));
      Graph graph = new Graph();
      SequencePairs.Batch batch = new SequencePairs(net, reversals(4, new Rng(2))).record(graph, 4);
      batch.load(new int[] {0, 1, 2, 3}, 0, null);
      List<Var> variables = new ArrayList<>();
      net.parameters().forEach(parameter -> variables.add(graph.parameter(parameter)));
      assertTrue(GradientCheck.worstError(graph, batch.loss(), variables, new Rng(3)) < 1e-2);
    }
  }

  @Test
  public void wordByWordItGivesTheProbabilitiesOfTraining() {
    int[] source = {3, 4, 5};
    Pair longer = new Pair(new int[] {2, 2, 2, 2, 9}, new int[] {4, 4, 4, 4});
    for (boolean attention : new boolean[] {true, false}) {
      Seq2seq net = new Seq2seq(WORDS, LONGEST, WORDS, new Seq2seq.Size(3, 4), attention, 0, new Rng(5));
      Translator.Translation found = new Translator(net, 2, Kernels.PLAIN).translate(source, 99);
      Graph graph = new Graph();
      SequencePairs.Batch batch = new SequencePairs(net, List.of(new Pair(source, found.words()), longer))
          .record(graph, 1);
      batch.load(new int[] {0}, 0, null);
      graph.forward();
      assertEquals(-found.logProbability(), batch.loss().scalar() * batch.words(), 1e-4);
      assertEquals(attention ? found.words().length : 0, found.attention().length);
    }
  }

  @Test
  public void goesOnToTheSameWeights() throws FormatException {
    List<Pair> pairs = reversals(128, new Rng(4));
    try (Seq2seqTraining whole = training(pairs, true, 6, 1);
        Seq2seqTraining first = training(pairs, true, 6, 1);
        Seq2seqTraining second = training(pairs, true, 6, 1);
        Seq2seqTraining other = training(pairs, false, 6, 1)) {
      whole.train(6, TrainingListener.NONE);
      first.train(3, TrainingListener.NONE);
      second.restore(first.save());
      second.train(3, TrainingListener.NONE);
      assertTrue(second.finished());
      List<Parameter> wanted = whole.net().parameters();
      for (int p = 0; p < wanted.size(); p++) {
        assertArrayEquals(wanted.get(p).name(), wanted.get(p).value().toArray(),
            second.net().parameters().get(p).value().toArray(), 0);
      }
      FormatException refused = assertThrows(FormatException.class, () -> other.restore(first.save()));
      assertTrue(refused.getMessage(), refused.getMessage().contains("attention=true"));
    }
  }

  @Test
  public void refusesSourcesWithoutWordsOrWithTooMany() {
    Seq2seq net = new Seq2seq(WORDS, 3, WORDS, new Seq2seq.Size(3, 4), true, 0, new Rng(5));
    Translator translator = new Translator(net, 5, Kernels.PLAIN);
    for (int[] source : new int[][] {{}, {2, 3, 4, 5}}) {
      IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
          () -> translator.translate(source, 1));
      assertEquals("Seq2seq: source has " + source.length + " words; wants 1 to 3", refused.getMessage());
    }
  }
}
