package app.inkling.mllib.loss;

import java.util.Arrays;

/**
 * The right class of each example of a batch, and how much each example counts. Fill before each forward
 * pass. To weigh classes, give each example the weight of its class.
 */
public final class Labels {
  private final int[] classes;
  private final float[] weights;

  /**
   * All of class 0 and weight 1.
   *
   * @param examples at least 1
   */
  public Labels(int examples) {
    if (examples < 1) {
      throw new IllegalArgumentException("Labels: " + examples + " examples; wants at least 1: is the batch "
          + "empty?");
    }
    classes = new int[examples];
    weights = new float[examples];
    Arrays.fill(weights, 1);
  }

  /** Of weight 1. */
  public static Labels of(int... classes) {
    Labels labels = new Labels(classes.length);
    System.arraycopy(classes, 0, labels.classes, 0, classes.length);
    return labels;
  }

  public int size() {
    return classes.length;
  }

  /** @param weight at least 0; an example of weight 0 doesn't count at all */
  public void set(int example, int label, float weight) {
    if (!(weight >= 0) || Float.isInfinite(weight)) {
      throw new IllegalArgumentException("Labels: weight of example " + example + " is " + weight
          + "; wants a finite number of at least 0");
    }
    classes[example] = label;
    weights[example] = weight;
  }

  public int label(int example) {
    return classes[example];
  }

  public float weight(int example) {
    return weights[example];
  }

  /** Refuses labels that are none of so many classes. */
  void requireBelow(String who, int count) {
    for (int n = 0; n < classes.length; n++) {
      if (classes[n] < 0 || classes[n] >= count) {
        throw new IllegalArgumentException(who + ": label of example " + n + " is " + classes[n]
            + "; wants 0 to "
            + (count - 1) + ": does the network have an output for every class?");
      }
    }
  }

  /** Sum of all weights. */
  public double totalWeight() {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
