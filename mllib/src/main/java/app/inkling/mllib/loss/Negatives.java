package app.inkling.mllib.loss;

import app.inkling.mllib.tensor.Rng;

/**
 * Wrong classes for {@link NegativeSampling}, so many for each example, drawn with probabilities in
 * proportion to {@code count^0.75} (Mikolov et al. 2013, section 2.2). Draw again before each forward pass.
 */
public final class Negatives {
  private final double[] cumulated;
  private final int[][] drawn;

  /**
   * @param counts how often each class occurs, each 0 or more; one is above 0
   * @param examples in a batch
   * @param each wrong classes for each example, at least 1; 5 to 20 for small data
   */
  public Negatives(long[] counts, int examples, int each) {
    if (examples < 1 || each < 1) {
      throw new IllegalArgumentException("Negatives: " + each + " for each of " + examples
          + " examples; wants at least 1 and 1");
    }
    cumulated = new double[counts.length];
    double sum = 0;
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] < 0) {
        throw new IllegalArgumentException("Negatives: class " + k + " has a count of " + counts[k]
            + "; wants at least 0");
      }
      sum += StrictMath.pow(counts[k], 0.75);
      cumulated[k] = sum;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("Negatives: all of " + counts.length
          + " counts are 0; wants one above");
    }
    drawn = new int[examples][each];
  }

  public int classes() {
    return cumulated.length;
  }

  public int examples() {
    return drawn.length;
  }

  public int each() {
    return drawn[0].length;
  }

  /** Draws all of them anew. The right class may be among them. */
  public void draw(Rng rng) {
    double sum = cumulated[cumulated.length - 1];
    for (int[] classes : drawn) {
      for (int i = 0; i < classes.length; i++) {
        classes[i] = find(rng.nextDouble() * sum);
      }
    }
  }

  /** The first class whose cumulated weight is above {@code at}. */
  private int find(double at) {
    int low = 0;
    int high = cumulated.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulated[middle] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  public int get(int example, int index) {
    return drawn[example][index];
  }
}
