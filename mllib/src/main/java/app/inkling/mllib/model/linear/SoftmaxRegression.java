package app.inkling.mllib.model.linear;

/**
 * Logistic regression for several classes: {@code p[k] = e^s[k] / sum of e^s}, with the loss {@code -ln
 * p[right]}, which is {@code ln(sum of e^s) - s[right]}, and the slope {@code p[k] - t[k]}, t being 1 for the
 * right class and 0 for the others. The largest score is taken away first, so that nothing overflows.
 */
public final class SoftmaxRegression extends LinearClassifier {
  public SoftmaxRegression(int inputs, int classes) {
    super(inputs, classes);
  }

  @Override
  double loss(double[] scores, int right, double[] slopes) {
    double largest = scores[0];
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      slopes[k] = StrictMath.exp(scores[k] - largest);
      sum += slopes[k];
    }
    for (int k = 0; k < scores.length; k++) {
      slopes[k] = slopes[k] / sum - (k == right ? 1 : 0);
    }
    return largest + StrictMath.log(sum) - scores[right];
  }

  /** Of each class; together 1. */
  public double[] probabilities(double... inputs) {
    double[] scores = scores(inputs);
    double[] probabilities = new double[scores.length];
    loss(scores, 0, probabilities);
    probabilities[0] += 1;
    return probabilities;
  }
}
