package app.inkling.mllib.bench.work;

/**
 * Made-up texts of 20 words each, as numbers: a word follows from the one before, so that there is something
 * to learn. They come in the same order for everyone, over and over.
 */
public final class Texts {
  public static final int WORDS = 10_000;
  public static final int FEATURES = 96;
  public static final int UNITS = 256;
  /** Texts of one training step. */
  public static final int BATCH = 16;
  /** Words of one text. */
  public static final int STEPS = 20;
  /** How many there are, a multiple of {@link #BATCH}. */
  public static final int COUNT = 64;
  public static final float LEARNING_RATE = 1.5f;
  /** The longest gradient of an update. */
  public static final float CLIP_NORM = 5;

  private int next;

  /** Goes on to the next {@code count} texts, a divisor of {@link #COUNT}; returns the first one's number. */
  public int take(int count) {
    int first = next;
    next = (next + count) % COUNT;
    return first;
  }

  /** Word {@code step} of a text. */
  public static int word(int text, int step) {
    int word = text * 101 % WORDS;
    for (int t = 0; t < step; t++) {
      word = (word * 31 + 7) % WORDS;
    }
    return word;
  }

  /** All of {@link #COUNT} texts, each with the word to guess after its last: [COUNT][STEPS + 1]. */
  public static int[][] all() {
    int[][] texts = new int[COUNT][STEPS + 1];
    for (int i = 0; i < COUNT; i++) {
      for (int t = 0; t <= STEPS; t++) {
        texts[i][t] = word(i, t);
      }
    }
    return texts;
  }
}
