package app.inkling.mllib.suggest;

import app.inkling.mllib.model.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * The general model's answer to "what comes next": the n-grams', mixed with the network's by how much of the context
 * the n-grams know.
 *
 * <p>The network's states after the words of the sentence are kept: one word more costs one step, a word less none.
 * One thread at a time.
 */
public final class NextWords {
  /** Of a sentence that comes as a whole, this many last words are read. */
  private static final int LONGEST_START = 32;

  private final KeyboardModel model;
  private final NetworkStep network;
  /** START and the words so far, and the network's state after each. */
  private final List<Integer> tokens = new ArrayList<>();
  private final List<float[]> states = new ArrayList<>();
  /** The network's last answer, and after how many tokens it was given. */
  private float[] answer;
  private int answered;
  private final float[] ngrams;
  private final float[] mixed;

  /** @param network null to do without */
  public NextWords(KeyboardModel model, NetworkStep network) {
    this.model = model;
    this.network = network;
    ngrams = new float[model.vocabulary().size()];
    mixed = new float[model.vocabulary().size()];
  }

  /**
   * @param before numbers of the words of the sentence so far
   * @return probability of each word of the vocabulary by number, {@link Vocabulary#UNKNOWN} for all others together;
   *     valid until the next call
   */
  public float[] after(int[] before) {
    int known = fillNgrams(before);
    if (network == null) {
      return ngrams;
    }
    float[] learned = networkAfter(before);
    float share = model.networkShare(known);
    for (int word = 0; word < mixed.length; word++) {
      mixed[word] = share * learned[word] + (1 - share) * ngrams[word];
    }
    return mixed;
  }

  /** As {@link #after} from the n-grams alone. */
  public float[] quicklyAfter(int[] before) {
    fillNgrams(before);
    return ngrams;
  }

  /**
   * What network and n-grams say, each by itself: for choosing their shares.
   *
   * @param pair gets the network's probability of {@code word} and the n-grams'
   * @return words of the context that the n-grams know
   */
  int compare(int[] before, int word, double[] pair) {
    pair[0] = networkAfter(before)[word];
    int known = fillNgrams(before);
    pair[1] = ngrams[word];
    return known;
  }

  private int fillNgrams(int[] before) {
    int length = Math.min(before.length + 1, model.ngrams().order() - 1);
    int[] context = new int[length];
    for (int i = 0; i < length; i++) {
      int at = before.length - length + i;
      context[i] = at < 0 ? Vocabulary.START : before[at];
    }
    return model.ngrams().fill(context, ngrams);
  }

  private float[] networkAfter(int[] before) {
    int common = 0;
    while (common < before.length && common + 1 < tokens.size() && tokens.get(common + 1) == before[common]) {
      common++;
    }
    while (tokens.size() > common + 1) {
      tokens.remove(tokens.size() - 1);
      states.remove(states.size() - 1);
    }
    if (tokens.isEmpty()) {
      step(Vocabulary.START);
    }
    for (int i = Math.max(common, before.length - LONGEST_START); i < before.length; i++) {
      step(before[i]);
    }
    if (answered != tokens.size()) {
      int last = tokens.remove(tokens.size() - 1);
      states.remove(states.size() - 1);
      step(last);
    }
    return answer;
  }

  private void step(int token) {
    float[] after = new float[model.stateSize()];
    answer = network.step(token, states.isEmpty() ? after : states.get(states.size() - 1), after);
    tokens.add(token);
    states.add(after);
    answered = tokens.size();
  }

  /** Drops what is remembered of the sentence. */
  public void clear() {
    tokens.clear();
    states.clear();
    answered = 0;
  }
}
