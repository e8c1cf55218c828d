package app.inkling.mllib.model.text;

import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sentences packed into windows of equal length for a recurrent network: each sentence after a {@link
 * Vocabulary#START}, whole where it fits, the rest of a window empty. The first sentence of a window meets the
 * state of zeros that prediction begins with, the others learn that {@code START} means to forget.
 */
public final class Windows {
  /** Marks an empty place. */
  static final int EMPTY = -1;

  private final int length;
  private final List<int[]> windows = new ArrayList<>();

  /** @param length words of a window, {@code START}s included; longer sentences are cut into several */
  public Windows(int length) {
    this.length = length;
  }

  /** Packs the sentences in a random order that depends on {@code random} alone. */
  public void pack(List<int[]> sentences, Rng random) {
    int[] order = new int[sentences.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    random.shuffle(order);
    int[] window = empty();
    int used = 0;
    for (int number : order) {
      int[] sentence = sentences.get(number);
      for (int from = 0; from < sentence.length; from += length - 1) {
        int count = Math.min(length - 1, sentence.length - from);
        if (used + 1 + count > length) {
          windows.add(window);
          window = empty();
          used = 0;
        }
        window[used] = Vocabulary.START;
        System.arraycopy(sentence, from, window, used + 1, count);
        used += count + 1;
      }
    }
    if (used > 0) {
      windows.add(window);
    }
  }

  private int[] empty() {
    int[] window = new int[length];
    Arrays.fill(window, EMPTY);
    return window;
  }

  public int size() {
    return windows.size();
  }

  public int length() {
    return length;
  }

  /** The window's words, {@link #EMPTY} behind the last. */
  int[] get(int number) {
    return windows.get(number);
  }
}
