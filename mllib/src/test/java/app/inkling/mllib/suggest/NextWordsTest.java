package app.inkling.mllib.suggest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public final class NextWordsTest {
  private final KeyboardModel model = SmallKeyboard.model(true);
  private final int[] before = model.vocabulary().numbers(List.of("see", "you"));
  private final float[] ngrams = new NextWords(model, null).after(before).clone();
  private final int tomorrow = model.vocabulary().number("tomorrow");
  private final int weather = model.vocabulary().number("weather");

  private float[] mixedWith(float[] network) {
    return new NextWords(model, new NetworkWords() {
      @Override
      public float[] after(int[] words) {
        return network;
      }

      @Override
      public void clear() { }
    }).after(before);
  }

  /** The n-grams' probabilities of two words exchanged. */
  private float[] exchanged() {
    float[] other = ngrams.clone();
    other[tomorrow] = ngrams[weather];
    other[weather] = ngrams[tomorrow];
    return other;
  }

  @Test
  public void twoThatAgreeAreLeftAsTheyAre() {
    assertArrayEquals(ngrams, mixedWith(ngrams.clone()), 1e-6f);
  }

  @Test
  public void mixedProbabilitiesSumToOne() {
    float sum = 0;
    for (float probability : mixedWith(exchanged())) {
      sum += probability;
    }
    assertEquals(1, sum, 1e-5);
  }

  @Test
  public void isTheGeometricMeanOfTheirSumAndOfWhatTheyAgreeOn() {
    float[] network = exchanged();
    int tonight = model.vocabulary().number("tonight");
    float[] mixed = mixedWith(network);
    double share = model.networkShare(2);
    double sum = share * network[weather] + (1 - share) * ngrams[weather];
    double agreed = Math.sqrt(network[weather] * (double) ngrams[weather]);
    double of = mixed[tonight] / (double) ngrams[tonight];
    assertEquals("the geometric mean of sum and agreement", Math.sqrt(sum * agreed), mixed[weather] / of, 1e-6);
  }

  @Test
  public void aWordThatTheNetworkRulesOutIsOut() {
    float[] network = new float[ngrams.length];
    Arrays.fill(network, 1f / (ngrams.length - 1));
    network[tomorrow] = 0;
    assertEquals(0, mixedWith(network)[tomorrow], 0);
  }
}
