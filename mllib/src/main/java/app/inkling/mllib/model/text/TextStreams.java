package app.inkling.mllib.model.text;

import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.tensor.Tensor;

/**
 * A long text cut into N equal pieces that are read side by side, T words at a time: window after window, and
 * then from the start again. What is left over at the end is not read.
 */
final class TextStreams {
  private final int[] text;
  private final int streams;
  private final int steps;
  private final int piece;

  /** @param text at least one window of each piece and one word */
  TextStreams(int[] text, int streams, int steps) {
    this.text = text;
    this.streams = streams;
    this.steps = steps;
    piece = (text.length - 1) / streams;
    if (piece < steps) {
      throw new IllegalArgumentException("TextStreams: wants " + (streams * steps + 1) + " words for " + streams
          + " pieces of " + steps + ", got " + text.length + "; read fewer side by side");
    }
  }

  /** In an epoch. */
  int windows() {
    return piece / steps;
  }

  /** Words that an epoch predicts. */
  long words() {
    return (long) windows() * steps * streams;
  }

  /**
   * @param words gets the words, [N, T]
   * @param next gets the word after each, number {@code t * N + n}
   */
  void load(int window, Tensor words, Labels next) {
    for (int n = 0; n < streams; n++) {
      int from = n * piece + window * steps;
      for (int t = 0; t < steps; t++) {
        words.rows()[n][t] = text[from + t];
        next.set(t * streams + n, text[from + t + 1], 1);
      }
    }
  }
}
