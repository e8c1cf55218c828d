package app.inkling.mllib.suggest.learning;

import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.train.session.Paired;
import java.util.ArrayList;
import java.util.List;

/**
 * Two networks predict every word of the same sentences, from the words before it. Words outside the vocabulary,
 * which neither can say, are not counted.
 *
 * @param top1 how often the likeliest word was the one that came
 * @param top3 how often that was among the three likeliest
 * @param firstPerplexity among how many equally likely words the first seemed to choose, 1 or more; NaN of no words
 * @param apart the words that only one of them had among its three, in their order
 */
public record NetworkComparison(Paired top1, Paired top3, double firstPerplexity, double secondPerplexity,
    List<Found> apart) {
  private static final int OFFERED = 3;

  /**
   * A word that only one of the two would have offered.
   *
   * @param before the words before it in its sentence
   * @param byFirst whether the first would have; else the second
   */
  public record Found(List<String> before, String word, boolean byFirst) {}

  /** On a person's sentences; both networks speak {@code vocabulary}. */
  public static NetworkComparison of(Vocabulary vocabulary, WordNet first, WordNet second,
      List<OwnSentence> sentences) {
    Counts counts = new Counts(first, second);
    for (OwnSentence sentence : sentences) {
      counts.add(vocabulary.numbers(sentence.words()), sentence.words());
    }
    return counts.result();
  }

  /** On the general text by which sessions are judged: what {@code general} itself says. */
  public static Paired general(WordNet general, WordNet first, WordNet second) {
    Counts counts = new Counts(first, second);
    for (int[] sentence : Rehearsal.judging(general)) {
      counts.add(sentence, null);
    }
    return counts.top3;
  }

  /** Counts while both predict. */
  private static final class Counts {
    private final WordNet network;
    private final WordNet.Stepper first;
    private final WordNet.Stepper second;
    private final List<Found> apart = new ArrayList<>();
    private Paired top1 = Paired.NONE;
    private Paired top3 = Paired.NONE;
    private double firstLoss;
    private double secondLoss;

    Counts(WordNet first, WordNet second) {
      network = first;
      this.first = first.stepper();
      this.second = second.stepper();
    }

    /** @param spelt the same words; null where nobody wants to read them */
    void add(int[] words, List<String> spelt) {
      float[] firstState = new float[network.stateSize()];
      float[] secondState = new float[network.stateSize()];
      int last = Vocabulary.START;
      for (int at = 0; at < words.length; at++) {
        float[] one = first.step(last, firstState, firstState);
        float[] two = second.step(last, secondState, secondState);
        last = words[at];
        if (last != Vocabulary.UNKNOWN) {
          int firstRank = Memorisation.rank(one, last);
          int secondRank = Memorisation.rank(two, last);
          top1 = top1.and(firstRank == 0, secondRank == 0);
          top3 = top3.and(firstRank < OFFERED, secondRank < OFFERED);
          firstLoss -= StrictMath.log(Math.max(one[last], Float.MIN_NORMAL));
          secondLoss -= StrictMath.log(Math.max(two[last], Float.MIN_NORMAL));
          if (spelt != null && firstRank < OFFERED != secondRank < OFFERED) {
            apart.add(new Found(List.copyOf(spelt.subList(0, at)), spelt.get(at), firstRank < OFFERED));
          }
        }
      }
    }

    NetworkComparison result() {
      return new NetworkComparison(top1, top3, StrictMath.exp(firstLoss / top1.of()),
          StrictMath.exp(secondLoss / top1.of()), List.copyOf(apart));
    }
  }
}
