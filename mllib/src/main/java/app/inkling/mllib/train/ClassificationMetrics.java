package app.inkling.mllib.train;

/**
 * How good a classifier's probabilities are, counted example by example: accuracy, top k, confusion,
 * precision and recall, calibration, perplexity. Without examples, or where a denominator is 0, a figure is
 * NaN: nothing is known.
 */
public final class ClassificationMetrics {
  private static final int BINS = 15;

  private final int classes;
  private final long[][] confusion;
  /** Examples whose right class has so many classes above it. */
  private final long[] ranks;
  private final long[] binExamples = new long[BINS];
  private final long[] binRight = new long[BINS];
  private final double[] binConfidence = new double[BINS];
  private long examples;
  private double negativeLogs;

  public ClassificationMetrics(int classes) {
    if (classes < 1) {
      throw new IllegalArgumentException("ClassificationMetrics: " + classes + " classes; wants at least 1");
    }
    this.classes = classes;
    confusion = new long[classes][classes];
    ranks = new long[classes];
  }

  /**
   * Counts one example. Of equal probabilities the lower class comes first.
   *
   * @param probabilities of all classes, each 0 to 1
   * @param label the right class, from 0
   */
  public void add(float[] probabilities, int label) {
    if (probabilities.length != classes || label < 0 || label >= classes) {
      throw new IllegalArgumentException("ClassificationMetrics: got " + probabilities.length
          + " probabilities and label "
          + label + "; wants " + classes + " and a label from 0 to " + (classes - 1));
    }
    int guess = 0;
    int rank = 0;
    for (int k = 0; k < classes; k++) {
      if (!(probabilities[k] >= 0 && probabilities[k] <= 1.0001f)) {
        throw new IllegalArgumentException("ClassificationMetrics: probability of class " + k + " is "
            + probabilities[k]
            + "; wants 0 to 1: are these logits, without a softmax?");
      }
      guess = probabilities[k] > probabilities[guess] ? k : guess;
      boolean above = probabilities[k] > probabilities[label] || probabilities[k] == probabilities[label]
          && k < label;
      rank += above ? 1 : 0;
    }
    examples++;
    confusion[label][guess]++;
    ranks[rank]++;
    negativeLogs -= StrictMath.log(Math.max(probabilities[label], Float.MIN_NORMAL));
    int bin = Math.min(BINS - 1, (int) (probabilities[guess] * BINS));
    binExamples[bin]++;
    binRight[bin] += guess == label ? 1 : 0;
    binConfidence[bin] += probabilities[guess];
  }

  public long examples() {
    return examples;
  }

  /** Share of examples whose most probable class is the right one. */
  public double accuracy() {
    return topK(1);
  }

  /** Share of examples whose right class is among the k most probable. */
  public double topK(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("ClassificationMetrics: top " + k + "; wants at least 1");
    }
    long right = 0;
    for (int rank = 0; rank < Math.min(k, classes); rank++) {
      right += ranks[rank];
    }
    return (double) right / examples;
  }

  /** Examples of class {@code label} that were taken for class {@code guess}. */
  public long confused(int label, int guess) {
    return confusion[label][guess];
  }

  /** Of the examples taken for this class, the share that is of it. */
  public double precision(int k) {
    long taken = 0;
    for (long[] row : confusion) {
      taken += row[k];
    }
    return (double) confusion[k][k] / taken;
  }

  /** Of this class's examples, the share that was taken for it. */
  public double recall(int k) {
    long all = 0;
    for (long count : confusion[k]) {
      all += count;
    }
    return (double) confusion[k][k] / all;
  }

  /**
   * Expected calibration error: how far confidence and accuracy are apart, over 15 bins of equal width
   * weighted by their examples (Guo et al., "On calibration of modern neural networks", 2017, equation 3). 0
   * is perfect.
   */
  public double calibrationError() {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(binRight[bin] - binConfidence[bin]);
    }
    return sum / examples;
  }

  /** Mean of -ln of the right class's probability, in nats. */
  public double crossEntropy() {
    return negativeLogs / examples;
  }

  /** {@code e^crossEntropy}: among how many equally likely classes it would be as unsure. */
  public double perplexity() {
    return StrictMath.exp(crossEntropy());
  }
}
