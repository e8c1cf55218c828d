package app.inkling.mllib.model.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for a likely sequence of words by keeping the few likeliest beginnings at every step (Sutskever et
 * al. 2014, section 3.2). With one beginning it is greedy search, with enough of them it finds the
 * likeliest of all.
 */
public final class BeamSearch {
  private BeamSearch() {}

  /** A model that is asked for one word after the other; states are never changed, only made. */
  public interface Model<S> {
    /** What comes after {@code word}, whose past is {@code state}. */
    Step<S> step(S state, int word);
  }

  /**
   * @param state after the word
   * @param probabilities of each next word; may be overwritten by the next step
   */
  public record Step<S>(S state, float[] probabilities) {}

  /**
   * A beginning, as its last word and the beginning before it.
   *
   * @param before null before the first word
   * @param state after the words before {@code word}: the one that gave its probability; the first state at
   *     the start
   * @param logProbability of all words, in nats
   * @param length words, the end included, the start not
   */
  public record Path<S>(Path<S> before, int word, S state, double logProbability, int length) {
    /** Nats a word, by which finished paths of different lengths compete. */
    double perWord() {
      return logProbability / length;
    }

    /** From the first word to this one. */
    public List<Path<S>> steps() {
      List<Path<S>> steps = before == null ? new ArrayList<>() : before.steps();
      if (before != null) {
        steps.add(this);
      }
      return steps;
    }
  }

  /**
   * The best path that ends within {@code longest} words, by log-probability a word; when none ends, the
   * likeliest that doesn't.
   *
   * @param start stands before the first word
   * @param end the word that ends a sequence
   * @param width beginnings that are kept, at least 1
   * @param longest words, the end included, at least 1
   */
  public static <S> Path<S> search(Model<S> model, S first, int start, int end, int width, int longest) {
    if (width < 1 || longest < 1) {
      throw new IllegalArgumentException("BeamSearch: wants a width and a length of at least 1, got " + width
          + " and " + longest);
    }
    List<Path<S>> live = List.of(new Path<>(null, start, first, 0, 0));
    List<Path<S>> ended = new ArrayList<>();
    for (int length = 0; length < longest && !live.isEmpty() && ended.size() < width; length++) {
      List<Path<S>> longer = new ArrayList<>();
      for (Path<S> path : live) {
        extend(model, path, width, longer);
      }
      longer.sort(Comparator.comparingDouble(path -> -path.logProbability()));
      live = new ArrayList<>();
      for (Path<S> path : longer.subList(0, Math.min(width, longer.size()))) {
        (path.word() == end ? ended : live).add(path);
      }
    }
    return Collections.max(ended.isEmpty() ? live : ended, Comparator.comparingDouble(Path::perWord));
  }

  /** Adds the path with each of its likeliest next words. */
  private static <S> void extend(Model<S> model, Path<S> path, int width, List<Path<S>> longer) {
    Step<S> step = model.step(path.state(), path.word());
    for (int word : likeliest(step.probabilities(), width)) {
      double log = StrictMath.log(Math.max(step.probabilities()[word], Float.MIN_VALUE));
      longer.add(new Path<>(path, word, step.state(), path.logProbability() + log, path.length() + 1));
    }
  }

  /** Numbers of the largest probabilities, the largest first, of equal ones the first. */
  static int[] likeliest(float[] probabilities, int count) {
    int[] best = new int[Math.min(count, probabilities.length)];
    int found = 0;
    for (int word = 0; word < probabilities.length; word++) {
      int at = found;
      while (at > 0 && probabilities[word] > probabilities[best[at - 1]]) {
        at--;
      }
      if (at < best.length) {
        found = Math.min(found + 1, best.length);
        System.arraycopy(best, at, best, at + 1, found - 1 - at);
        best[at] = word;
      }
    }
    return best;
  }
}
