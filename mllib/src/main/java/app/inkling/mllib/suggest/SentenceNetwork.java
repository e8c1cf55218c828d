package app.inkling.mllib.suggest;

import app.inkling.mllib.model.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * The network along a sentence. Its states after the words so far are kept: one word more costs one step, a
 * word less none. One thread at a time.
 */
public final class SentenceNetwork implements NetworkWords {
  /** Of a sentence that comes as a whole, this many last words are read. */
  private static final int LONGEST_START = 32;

  private final NetworkStep network;
  private final int stateSize;
  /** START and the words so far, and the network's state after each. */
  private final List<Integer> tokens = new ArrayList<>();
  private final List<float[]> states = new ArrayList<>();
  /** The network's last answer, and after how many tokens it was given. */
  private float[] answer;
  private int answered;

  /** @param stateSize numbers of a state */
  public SentenceNetwork(NetworkStep network, int stateSize) {
    this.network = network;
    this.stateSize = stateSize;
  }

  /** With our own engine; null for a keyboard without a network. */
  public static SentenceNetwork of(KeyboardModel model) {
    return model.network() == null ? null
        : new SentenceNetwork(model.network().stepper()::step, model.network().stateSize());
  }

  @Override
  public float[] after(int[] before) {
    int common = 0;
    while (common < before.length && common + 1 < tokens.size() && tokens.get(common + 1) == before[common]) {
      common++;
    }
    while (tokens.size() > common + 1) {
      drop();
    }
    if (tokens.isEmpty()) {
      step(Vocabulary.START);
    }
    for (int i = Math.max(common, before.length - LONGEST_START); i < before.length; i++) {
      step(before[i]);
    }
    if (answered != tokens.size()) {
      step(drop());
    }
    return answer;
  }

  private int drop() {
    states.remove(states.size() - 1);
    return tokens.remove(tokens.size() - 1);
  }

  /** A step that fails leaves everything as it was. */
  private void step(int token) {
    float[] after = new float[stateSize];
    answered = 0;
    answer = network.step(token, states.isEmpty() ? after : states.get(states.size() - 1), after);
    tokens.add(token);
    states.add(after);
    answered = tokens.size();
  }

  @Override
  public void clear() {
    tokens.clear();
    states.clear();
    answered = 0;
  }
}
