package app.inkling.mllib.train.session;

import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts the training samples so that each part has its share of every meaning. */
final class Folds {
  private Folds() {}

  /** The fold of each sample, from 0; of the samples of one meaning, each fold gets as many, up to one. */
  static int[] of(List<Sample> samples, int folds, Rng random) {
    Map<String, List<Integer>> byTarget = new TreeMap<>();
    for (int i = 0; i < samples.size(); i++) {
      byTarget.computeIfAbsent(samples.get(i).target(), target -> new ArrayList<>()).add(i);
    }
    int[] fold = new int[samples.size()];
    int next = 0;
    for (List<Integer> same : byTarget.values()) {
      int[] order = same.stream().mapToInt(Integer::intValue).toArray();
      random.shuffle(order);
      for (int sample : order) {
        fold[sample] = next++ % folds;
      }
    }
    return fold;
  }

  /** Numbers of the samples in this fold, or of those in all others. */
  static int[] numbers(int[] folds, int fold, boolean inside) {
    int[] all = new int[folds.length];
    Arrays.setAll(all, i -> i);
    return Arrays.stream(all).filter(i -> folds[i] == fold == inside).toArray();
  }
}
