package app.inkling.mllib.model.linear;

import app.inkling.mllib.data.Table;

/**
 * A score for each of K classes, {@code s[k] = sum over j of W[k][j] x[j]}, with one more input that is
 * always 1; the highest wins. What makes a good W is the subclass's loss.
 */
public abstract class LinearClassifier {
  private final double[][] weights;

  LinearClassifier(int inputs, int classes) {
    weights = new double[classes][inputs + 1];
  }

  /** The loss of one example, and its slope by each score. */
  abstract double loss(double[] scores, int right, double[] slopes);

  /**
   * Steps down the mean loss with {@code l2/2 |W|^2} added, the intercepts' part left out.
   *
   * @param rate of the first step; that of step s is {@code rate / (1 + decay s)}
   */
  public final void descend(Table table, double l2, double rate, double decay, int steps) {
    for (int step = 0; step < steps; step++) {
      double[][] gradient = gradient(table, l2);
      for (int k = 0; k < weights.length; k++) {
        for (int j = 0; j < weights[k].length; j++) {
          weights[k][j] -= rate / (1 + decay * step) * gradient[k][j];
        }
      }
    }
  }

  /** Of the mean loss and the penalty, by W. */
  public final double[][] gradient(Table table, double l2) {
    int[] labels = table.labels();
    double[][] gradient = new double[weights.length][weights[0].length];
    double[] slopes = new double[weights.length];
    int inputs = weights[0].length - 1;
    for (int n = 0; n < labels.length; n++) {
      loss(scores(table.inputs()[n]), labels[n], slopes);
      for (int k = 0; k < slopes.length; k++) {
        for (int j = 0; j < inputs; j++) {
          gradient[k][j] += slopes[k] * table.inputs()[n][j] / labels.length;
        }
        gradient[k][inputs] += slopes[k] / labels.length;
      }
    }
    for (int k = 0; k < slopes.length; k++) {
      for (int j = 0; j < inputs; j++) {
        gradient[k][j] += l2 * weights[k][j];
      }
    }
    return gradient;
  }

  /** Mean over the examples, without the penalty. */
  public final double loss(Table table) {
    int[] labels = table.labels();
    double sum = 0;
    for (int n = 0; n < labels.length; n++) {
      sum += loss(scores(table.inputs()[n]), labels[n], new double[weights.length]);
    }
    return sum / labels.length;
  }

  public final double[] scores(double... inputs) {
    double[] scores = new double[weights.length];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = weights[k][inputs.length];
      for (int j = 0; j < inputs.length; j++) {
        scores[k] += weights[k][j] * inputs[j];
      }
    }
    return scores;
  }

  /** The class with the highest score, the first of equals. */
  public final int classify(double... inputs) {
    double[] scores = scores(inputs);
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      best = scores[k] > scores[best] ? k : best;
    }
    return best;
  }

  public final double accuracy(Table table) {
    int right = 0;
    for (int n = 0; n < table.size(); n++) {
      right += classify(table.inputs()[n]) == table.labels()[n] ? 1 : 0;
    }
    return (double) right / table.size();
  }

  /** One row for each class, the intercept last; the live values, not a copy. */
  public final double[][] weights() {
    return weights;
  }
}
