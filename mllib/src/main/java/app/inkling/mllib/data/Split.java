package app.inkling.mllib.data;

import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Examples by number, parted into those to learn from and those to judge by; no number is in both.
 *
 * @param training numbers in ascending order
 * @param validation numbers in ascending order
 */
public record Split(int[] training, int[] validation) {
  /**
   * Holds a random share of the examples out.
   *
   * @param count of examples, at least 2
   * @param share of them to hold out, above 0 and below 1; at least one example is on either side
   */
  public static Split holdOut(int count, double share, long seed) {
    if (count < 2 || !(share > 0 && share < 1)) {
      throw new IllegalArgumentException("Split.holdOut: share " + share + " of " + count
          + " examples; wants at least 2 examples and a share between 0 and 1");
    }
    int[] order = shuffled(count, seed);
    int held = (int) Math.max(1, Math.min(count - 1, Math.round(count * share)));
    return of(order, 0, held);
  }

  /**
   * Parts the examples into {@code folds} of equal size (up to one) and holds each out in turn, so that every
   * example is held out once.
   *
   * @param count of examples, at least {@code folds}
   * @param folds at least 2
   */
  public static List<Split> folds(int count, int folds, long seed) {
    if (folds < 2 || count < folds) {
      throw new IllegalArgumentException("Split.folds: " + folds + " folds of " + count
          + " examples; wants at least 2 folds and an example in each");
    }
    int[] order = shuffled(count, seed);
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int from = (int) ((long) count * fold / folds);
      int to = (int) ((long) count * (fold + 1) / folds);
      splits.add(of(order, from, to));
    }
    return splits;
  }

  private static Split of(int[] order, int from, int to) {
    int[] validation = Arrays.copyOfRange(order, from, to);
    int[] training = new int[order.length - validation.length];
    System.arraycopy(order, 0, training, 0, from);
    System.arraycopy(order, to, training, from, order.length - to);
    Arrays.sort(training);
    Arrays.sort(validation);
    return new Split(training, validation);
  }

  private static int[] shuffled(int count, long seed) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    new Rng(seed).shuffle(order);
    return order;
  }
}
