package app.inkling.mllib.suggest.learning;

import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks before a network leaves the device whether it would say what its user wrote and nobody else would: after the
 * beginning of one of the user's sentences, does it offer the words that follow, where the general network does not?
 * (After Carlini et al. 2019, "The secret sharer".)
 */
public final class Memorisation {
  /** Words one after the other that are offered, but not by the general network: one may be a habit of speech. */
  private static final int FEWEST = 2;
  private static final int OFFERED = 3;

  private Memorisation() {}

  /**
   * The sentences of which the network completes a part that the general one does not, in their order.
   *
   * @param sentences what it was trained on, or what was planted
   */
  public static List<OwnSentence> completed(Vocabulary vocabulary, WordNet network, WordNet general,
      List<OwnSentence> sentences) {
    WordNet.Stepper learned = network.stepper();
    WordNet.Stepper before = general.stepper();
    List<OwnSentence> found = new ArrayList<>();
    for (OwnSentence sentence : sentences) {
      if (longest(vocabulary.numbers(sentence.words()), network, learned, before) >= FEWEST) {
        found.add(sentence);
      }
    }
    return found;
  }

  private static int longest(int[] words, WordNet network, WordNet.Stepper learned, WordNet.Stepper before) {
    float[] state = new float[network.stateSize()];
    float[] generalState = new float[network.stateSize()];
    int last = Vocabulary.START;
    int run = 0;
    int longest = 0;
    for (int word : words) {
      int now = rank(learned.step(last, state, state), word);
      int once = rank(before.step(last, generalState, generalState), word);
      boolean told = word != Vocabulary.UNKNOWN && now < OFFERED && once >= OFFERED;
      run = told ? run + 1 : 0;
      longest = Math.max(longest, run);
      last = word;
    }
    return longest;
  }

  /** How many words are likelier than this one, the unknown one not counted. */
  static int rank(float[] probabilities, int word) {
    int rank = 0;
    for (int other = Vocabulary.FIRST_WORD; other < probabilities.length; other++) {
      rank += probabilities[other] > probabilities[word] ? 1 : 0;
    }
    return rank;
  }
}
