package app.inkling.mllib.model.text;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import app.inkling.mllib.tensor.Rng;
import java.util.List;
import org.junit.Test;

/** Searching a chain of words whose probabilities are known. */
public class BeamSearchTest {
  private static final int END = 0;

  /** The next word depends on the last alone. */
  private static BeamSearch.Path<Integer> search(float[][] next, int width, int longest) {
    BeamSearch.Model<Integer> model = (steps, word) -> new BeamSearch.Step<>(steps + 1, next[word].clone());
    return BeamSearch.search(model, 0, END, END, width, longest);
  }

  private static int[] words(BeamSearch.Path<Integer> path) {
    return path.steps().stream().mapToInt(BeamSearch.Path::word).toArray();
  }

  @Test
  public void aWiderBeamFindsWhatTheGreedyOneMisses() {
    // 1 looks best at first, but what follows it is unlikely.
    float[][] next = {{0, 0.6f, 0.4f, 0}, {0.3f, 0.3f, 0.2f, 0.2f}, {0, 0, 0, 1}, {1, 0, 0, 0}};
    assertArrayEquals(new int[] {1, 0}, words(search(next, 1, 5)));
    assertArrayEquals(new int[] {2, 3, 0}, words(search(next, 2, 5)));
    assertEquals(Math.log(0.4), search(next, 2, 5).logProbability(), 1e-6);
  }

  @Test
  public void withRoomForAllItFindsTheBestOfAll() {
    Rng random = new Rng(7);
    for (int trial = 0; trial < 50; trial++) {
      float[][] next = new float[4][4];
      for (float[] row : next) {
        float sum = 0;
        for (int j = 0; j < 4; j++) {
          row[j] = random.nextFloat();
          sum += row[j];
        }
        for (int j = 0; j < 4; j++) {
          row[j] /= sum;
        }
      }
      // More than the 3^3 beginnings and the ends of 4 words, so that none is dropped and the search goes on.
      assertEquals(best(next, 0, 0, 0, 4), search(next, 500, 4).perWord(), 1e-5);
    }
  }

  /** The most nats a word of all sequences that end within {@code longest} words. */
  private static double best(float[][] next, int last, double nats, int length, int longest) {
    double best = Double.NEGATIVE_INFINITY;
    for (int word = 0; word < 4 && length < longest; word++) {
      double more = nats + Math.log(next[last][word]);
      best = Math.max(best, word == END ? more / (length + 1) : best(next, word, more, length + 1, longest));
    }
    return best;
  }

  @Test
  public void givesWhatItHasWhenNothingEnds() {
    float[][] next = {{0, 1}, {0, 1}};
    assertArrayEquals(new int[] {1, 1, 1}, words(search(next, 1, 3)));
    assertEquals("the state before the last word", 3, (int) search(next, 1, 3).state());
  }

  @Test
  public void likeliestAreInOrder() {
    assertArrayEquals(new int[] {2, 0, 3},
        BeamSearch.likeliest(new float[] {0.2f, 0.1f, 0.5f, 0.2f}, 3));
    assertArrayEquals(new int[] {1, 0}, BeamSearch.likeliest(new float[] {0.2f, 0.8f}, 9));
  }

  @Test
  public void refusesNoWidthAndNoLength() {
    for (int[] wrong : List.of(new int[] {0, 1}, new int[] {1, 0})) {
      assertThrows(IllegalArgumentException.class, () -> search(new float[][] {{1}}, wrong[0], wrong[1]));
    }
  }
}
