package app.inkling.mllib.suggest.learning;

import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences that the general network says itself: no text need be shipped for a session to keep the general model alive
 * and to see how much of it is forgotten (Robins 1995, "Catastrophic forgetting, rehearsal and pseudorehearsal").
 */
final class Rehearsal {
  private static final int WORDS = 10;
  /** Of a hundred, four words more or less are four tenths of a point: chance refused good sessions. */
  private static final int JUDGING = 400;
  private static final long JUDGING_SEED = 1;

  private Rehearsal() {}

  /** What judges how much of the general model is forgotten. */
  static List<int[]> judging(WordNet network) {
    return of(network, JUDGING, JUDGING_SEED);
  }

  /** What keeps it alive; others than those that judge. */
  static List<int[]> teaching(WordNet network, int sentences) {
    return of(network, sentences, JUDGING_SEED + 1);
  }

  /** So many sentences of {@value #WORDS} words, drawn from the network's probabilities; the same for the same seed. */
  static List<int[]> of(WordNet network, int sentences, long seed) {
    Rng random = new Rng(seed);
    WordNet.Stepper stepper = network.stepper();
    List<int[]> said = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      float[] state = new float[network.stateSize()];
      int[] sentence = new int[WORDS];
      int last = Vocabulary.START;
      for (int place = 0; place < WORDS; place++) {
        last = draw(stepper.step(last, state, state), random);
        sentence[place] = last;
      }
      said.add(sentence);
    }
    return said;
  }

  private static int draw(float[] probabilities, Rng random) {
    double rest = random.nextDouble() * (1 - probabilities[Vocabulary.UNKNOWN] - probabilities[Vocabulary.START]);
    int word = Vocabulary.FIRST_WORD;
    for (; word < probabilities.length - 1 && rest >= probabilities[word]; word++) {
      rest -= probabilities[word];
    }
    return word;
  }
}
