package app.inkling.mllib.model.text;

import app.inkling.mllib.tensor.Rng;
import java.util.Arrays;
import java.util.List;

/**
 * How often words stand near each other: each pair within a window counts 1 / distance, for both words
 * (Pennington et al. 2014, "GloVe", section 4.2). A table of all words by all words, 4 bytes each: keep the
 * vocabulary to thousands.
 *
 * <p>A fixed twentieth of the pairs of words is held out, whatever they count: to see what a model makes of
 * cells it never saw. The table is its own mirror, so (i, j) and (j, i) are held out together.
 */
public final class Cooccurrences {
  private static final int PARTS = 20;

  private final float[][] counts;

  /**
   * @param sentences numbers of words; those below {@link Vocabulary#FIRST_WORD} are nobody's neighbours
   * @param words all numbers of the vocabulary
   * @param window how far apart two words may be, at least 1
   */
  public Cooccurrences(List<int[]> sentences, int words, int window) {
    counts = new float[words][words];
    for (int[] sentence : sentences) {
      for (int at = 0; at < sentence.length; at++) {
        for (int distance = 1; distance <= Math.min(window, at); distance++) {
          add(sentence[at], sentence[at - distance], 1f / distance);
        }
      }
    }
  }

  private void add(int one, int other, float count) {
    if (one >= Vocabulary.FIRST_WORD && other >= Vocabulary.FIRST_WORD) {
      counts[one][other] += count;
      counts[other][one] += count;
    }
  }

  /** All numbers of the vocabulary. */
  public int words() {
    return counts.length;
  }

  public float count(int word, int neighbour) {
    return counts[word][neighbour];
  }

  /** Whether this pair teaches nothing. */
  public static boolean heldOut(int word, int neighbour) {
    long pair = (long) Math.min(word, neighbour) << 32 | Math.max(word, neighbour);
    return new Rng(pair).nextInt(PARTS) == 0;
  }

  /** The cells above 0 of one part, each as {@code word * words + neighbour}. */
  public int[] cells(boolean heldOut) {
    int[] cells = new int[16];
    int size = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        if (counts[i][j] > 0 && heldOut(i, j) == heldOut) {
          if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
          }
          cells[size++] = i * counts.length + j;
        }
      }
    }
    return Arrays.copyOf(cells, size);
  }
}
