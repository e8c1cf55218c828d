package app.inkling.mllib.model.linear;

import app.inkling.mllib.data.Table;

/**
 * Yes or no from a straight line, a single neuron: {@code p = sigma(z)}, {@code z = theta . x}, where x has
 * one more feature, always 1, for the intercept. Letters: t is 1 for yes and 0 for no.
 *
 * <pre>
 * likelihood  LL = sum over n of t ln p + (1 - t) ln(1 - p)          to be climbed
 * loss        L  = sum over n of ln(1 + e^z) - t z  =  -LL           to be descended
 * gradient    dL/dtheta[j] = sum over n of (p[n] - t[n]) x[n, j]  =  -dLL/dtheta[j]
 * </pre>
 *
 * All three here as means over the examples. Both ways make the same steps.
 */
public final class LogisticRegression {
  private final double[] theta;

  /** All 0, which says one half to everything. */
  public LogisticRegression(int inputs) {
    theta = new double[inputs + 1];
  }

  /**
   * So many steps down the loss with {@code l2/2 |w|^2} added, w being theta without the intercept.
   *
   * @param l2 0 for none
   */
  public LogisticRegression descend(Table table, double l2, double rate, int steps) {
    for (int step = 0; step < steps; step++) {
      double[] gradient = lossGradient(table, l2);
      for (int j = 0; j < theta.length; j++) {
        theta[j] -= rate * gradient[j];
      }
    }
    return this;
  }

  /** So many steps up the likelihood with {@code l2/2 |w|^2} taken away. */
  public LogisticRegression ascend(Table table, double l2, double rate, int steps) {
    for (int step = 0; step < steps; step++) {
      double[] gradient = likelihoodGradient(table, l2);
      for (int j = 0; j < theta.length; j++) {
        theta[j] += rate * gradient[j];
      }
    }
    return this;
  }

  /** Mean over the examples, with the penalty. */
  public double[] lossGradient(Table table, double l2) {
    double[] gradient = new double[theta.length];
    for (int n = 0; n < table.size(); n++) {
      add(gradient, table, n, (probability(table.inputs()[n]) - table.targets()[n]) / table.size());
    }
    for (int j = 0; j < theta.length - 1; j++) {
      gradient[j] += l2 * theta[j];
    }
    return gradient;
  }

  /** Mean over the examples, less the penalty. */
  public double[] likelihoodGradient(Table table, double l2) {
    double[] gradient = new double[theta.length];
    for (int n = 0; n < table.size(); n++) {
      add(gradient, table, n, (table.targets()[n] - probability(table.inputs()[n])) / table.size());
    }
    for (int j = 0; j < theta.length - 1; j++) {
      gradient[j] -= l2 * theta[j];
    }
    return gradient;
  }

  private void add(double[] gradient, Table table, int n, double share) {
    for (int j = 0; j < theta.length - 1; j++) {
      gradient[j] += share * table.inputs()[n][j];
    }
    gradient[theta.length - 1] += share;
  }

  private double score(double[] inputs) {
    double z = theta[theta.length - 1];
    for (int j = 0; j < theta.length - 1; j++) {
      z += theta[j] * inputs[j];
    }
    return z;
  }

  /** Of yes. */
  public double probability(double... inputs) {
    return 1 / (1 + StrictMath.exp(-score(inputs)));
  }

  /** Mean of {@code ln(1 + e^z) - t z}, in the form that no z overflows. */
  public double loss(Table table) {
    double sum = 0;
    for (int n = 0; n < table.size(); n++) {
      double z = score(table.inputs()[n]);
      sum += Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - table.targets()[n] * z;
    }
    return sum / table.size();
  }

  /** Mean of {@code t ln p + (1 - t) ln(1 - p)}, as the definition has it. */
  public double logLikelihood(Table table) {
    double sum = 0;
    for (int n = 0; n < table.size(); n++) {
      double p = probability(table.inputs()[n]);
      double t = table.targets()[n];
      sum += t * StrictMath.log(p) + (1 - t) * StrictMath.log(1 - p);
    }
    return sum / table.size();
  }

  /** Share of the examples on the right side of one half. */
  public double accuracy(Table table) {
    int right = 0;
    for (int n = 0; n < table.size(); n++) {
      right += (probability(table.inputs()[n]) > 0.5) == (table.targets()[n] == 1) ? 1 : 0;
    }
    return (double) right / table.size();
  }

  /** A weight for each input and the intercept; the live values, not a copy. */
  public double[] theta() {
    return theta;
  }
}
