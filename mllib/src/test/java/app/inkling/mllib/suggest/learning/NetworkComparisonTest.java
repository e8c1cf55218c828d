package app.inkling.mllib.suggest.learning;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.session.Paired;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;

/** Two networks with random weights, compared a second time by sorting what they say. */
public class NetworkComparisonTest {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(List.of("the", "cat", "dog", "sat", "ran", "home", "on", "a", "mat"));
  private static final List<OwnSentence> SENTENCES = List.of(
      new OwnSentence(new UUID(1, 0), "The cat sat on the mat"),
      new OwnSentence(new UUID(1, 1), "A zebra ran home"),
      new OwnSentence(new UUID(1, 2), "the dog ran on a mat on the cat"),
      new OwnSentence(new UUID(1, 3), "home sat the dog"));

  private static WordNet network(long seed) {
    return new WordNet(VOCABULARY.size(), new WordNet.Size(6, 8), 0, new Rng(seed));
  }

  /** The three likeliest, the likeliest first, of the words that can be said. */
  private static List<Integer> offered(float[] probabilities) {
    return IntStream.range(Vocabulary.FIRST_WORD, probabilities.length).boxed()
        .sorted((a, b) -> Float.compare(probabilities[b], probabilities[a])).limit(3).collect(Collectors.toList());
  }

  @Test
  public void countsWhatEachWouldHaveOffered() {
    WordNet one = network(1);
    WordNet two = network(2);
    int of = 0;
    int[] right = new int[2];
    int[] likeliest = new int[2];
    double[] loss = new double[2];
    List<NetworkComparison.Found> apart = new ArrayList<>();
    for (OwnSentence sentence : SENTENCES) {
      int[] words = VOCABULARY.numbers(sentence.words());
      for (int at = 0; at < words.length; at++) {
        if (words[at] == Vocabulary.UNKNOWN) {
          continue;
        }
        of++;
        boolean[] offers = new boolean[2];
        for (int which = 0; which < 2; which++) {
          WordNet network = which == 0 ? one : two;
          float[] probabilities = afresh(network, words, at);
          offers[which] = offered(probabilities).contains(words[at]);
          right[which] += offers[which] ? 1 : 0;
          likeliest[which] += offered(probabilities).get(0) == words[at] ? 1 : 0;
          loss[which] -= Math.log(probabilities[words[at]]);
        }
        if (offers[0] != offers[1]) {
          apart.add(new NetworkComparison.Found(sentence.words().subList(0, at), sentence.words().get(at), offers[0]));
        }
      }
    }
    NetworkComparison comparison = NetworkComparison.of(VOCABULARY, one, two, SENTENCES);
    assertEquals("a zebra is not counted", 22, of);
    assertEquals(of, comparison.top3().of());
    assertEquals(right[0], comparison.top3().first());
    assertEquals(right[1], comparison.top3().second());
    assertEquals(likeliest[0], comparison.top1().first());
    assertEquals(likeliest[1], comparison.top1().second());
    assertEquals(Math.exp(loss[0] / of), comparison.firstPerplexity(), 1e-4);
    assertEquals(Math.exp(loss[1] / of), comparison.secondPerplexity(), 1e-4);
    assertEquals(apart, comparison.apart());
    assertFalse("they should disagree somewhere", apart.isEmpty());
    assertEquals(apart.stream().filter(NetworkComparison.Found::byFirst).count(), comparison.top3().onlyFirst());
    assertTrue(comparison.firstPerplexity() != comparison.secondPerplexity());
  }

  /** What comes after the first {@code count} words, from the sentence's start. */
  private static float[] afresh(WordNet network, int[] words, int count) {
    WordNet.Stepper stepper = network.stepper();
    float[] state = new float[network.stateSize()];
    float[] probabilities = stepper.step(Vocabulary.START, state, state);
    for (int i = 0; i < count; i++) {
      probabilities = stepper.step(words[i], state, state);
    }
    return probabilities.clone();
  }

  @Test
  public void ofAnEqualPairNothingIsApart() {
    NetworkComparison comparison = NetworkComparison.of(VOCABULARY, network(3), network(3), SENTENCES);
    assertEquals(comparison.top3().first(), comparison.top3().second());
    assertEquals(0, comparison.top3().onlyFirst() + comparison.top3().onlySecond());
    assertEquals(List.of(), comparison.apart());
    assertEquals(1, comparison.top3().chance(), 0);
    assertEquals(comparison.firstPerplexity(), comparison.secondPerplexity(), 0);
  }

  @Test
  public void ofNoSentencesThereIsNoFigure() {
    NetworkComparison comparison = NetworkComparison.of(VOCABULARY, network(1), network(2), List.of());
    assertEquals(Paired.NONE, comparison.top3());
    assertTrue(Double.isNaN(comparison.firstPerplexity()));
  }

  @Test
  public void theGeneralNetworkIsBestAtWhatItSaysItself() {
    WordNet general = network(1);
    Paired paired = NetworkComparison.general(general, general, network(2));
    assertEquals("ten words of each of 400 sentences", 4000, paired.of());
    assertTrue(paired.toString(), paired.first() > paired.second());
  }
}
