package app.inkling.mllib.model.linear;

import app.inkling.mllib.data.Table;

/**
 * Linear regression that leaves inputs out: the smallest {@code 1/(2N) sum of (y - t)^2 + l1 * sum of |w|}
 * (Tibshirani 1996, "Regression shrinkage and selection via the lasso"). Found one weight after the other:
 * with the others held, the best w[j] is what least squares would make it, moved by l1 towards 0 and no
 * further (Friedman et al. 2010, "Regularization paths", equation 5).
 */
public final class Lasso {
  private final double[] weights;
  private final double intercept;

  private Lasso(double[] weights, double intercept) {
    this.weights = weights;
    this.intercept = intercept;
  }

  /**
   * @param l1 above 0
   * @param rounds over all weights; it stops before when none moves by more than 1e-12
   */
  public static Lasso fit(Table table, double l1, int rounds) {
    double[][] x = LinearRegression.centred(table);
    double[] rest = LinearRegression.centredTargets(table);
    double[] weights = new double[x[0].length];
    double moved = 1;
    for (int round = 0; round < rounds && moved > 1e-12; round++) {
      moved = 0;
      for (int j = 0; j < weights.length; j++) {
        double before = weights[j];
        double product = 0;
        double square = 0;
        for (int n = 0; n < x.length; n++) {
          product += x[n][j] * (rest[n] + x[n][j] * before) / x.length;
          square += x[n][j] * x[n][j] / x.length;
        }
        weights[j] = square == 0 ? 0 : towardsZero(product, l1) / square;
        for (int n = 0; n < x.length; n++) {
          rest[n] -= x[n][j] * (weights[j] - before);
        }
        moved = Math.max(moved, Math.abs(weights[j] - before));
      }
    }
    double intercept = LinearRegression.mean(table.targets());
    for (int j = 0; j < weights.length; j++) {
      intercept -= weights[j] * LinearRegression.columnMean(table, j);
    }
    return new Lasso(weights, intercept);
  }

  private static double towardsZero(double value, double by) {
    return Math.signum(value) * Math.max(0, Math.abs(value) - by);
  }

  public double predict(double... inputs) {
    double y = intercept;
    for (int j = 0; j < weights.length; j++) {
      y += weights[j] * inputs[j];
    }
    return y;
  }

  public double[] weights() {
    return weights.clone();
  }

  public double intercept() {
    return intercept;
  }
}
