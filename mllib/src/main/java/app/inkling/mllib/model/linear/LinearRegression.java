package app.inkling.mllib.model.linear;

import app.inkling.mllib.data.Table;

/**
 * A straight line through points, in any number of dimensions: {@code y = w . x + b}, with the smallest
 *
 * <pre>
 * L(w, b) = 1/(2N) sum over n of (y[n] - t[n])^2 + ridge/2 |w|^2
 * </pre>
 *
 * Letters: N examples, D inputs, t targets. The gradient is {@code dL/dw = 1/N X'(y - t) + ridge w},
 * {@code dL/db = 1/N sum of (y - t)}. Where it is 0 lies the solution in closed form, which costs
 * {@code N D^2 + D^3}; a step of descent costs {@code N D}.
 */
public final class LinearRegression {
  private final double[] weights;
  private double intercept;

  private LinearRegression(double[] weights, double intercept) {
    this.weights = weights;
    this.intercept = intercept;
  }

  /** All 0: where descent begins. */
  public LinearRegression(int inputs) {
    this(new double[inputs], 0);
  }

  /**
   * The solution of {@code (X'X / N + ridge I) w = X't / N} for inputs and targets less their means.
   *
   * @param ridge 0 for none; the intercept isn't penalised
   */
  public static LinearRegression closedForm(Table table, double ridge) {
    double[][] x = centred(table);
    double[] t = centredTargets(table);
    int inputs = x[0].length;
    double[][] a = new double[inputs][inputs];
    double[] b = new double[inputs];
    for (int n = 0; n < x.length; n++) {
      for (int i = 0; i < inputs; i++) {
        b[i] += x[n][i] * t[n] / x.length;
        for (int j = 0; j < inputs; j++) {
          a[i][j] += x[n][i] * x[n][j] / x.length;
        }
      }
    }
    for (int i = 0; i < inputs; i++) {
      a[i][i] += ridge;
    }
    return through(table, LeastSquares.cholesky(a, b));
  }

  /** The same without a ridge, from the rows themselves instead of their products. */
  public static LinearRegression byQr(Table table) {
    return through(table, LeastSquares.qr(centred(table), centredTargets(table)));
  }

  /** The intercept follows from the slopes: the line goes through the means. */
  private static LinearRegression through(Table table, double[] weights) {
    double intercept = mean(table.targets());
    for (int j = 0; j < weights.length; j++) {
      intercept -= weights[j] * columnMean(table, j);
    }
    return new LinearRegression(weights, intercept);
  }

  /**
   * So many steps of gradient descent from where it stands.
   *
   * @param rate below 2 / the largest eigenvalue of X'X / N + ridge, or it flies off
   */
  public LinearRegression descend(Table table, double ridge, double rate, int steps) {
    int size = table.size();
    for (int step = 0; step < steps; step++) {
      double[] gradient = new double[weights.length];
      double interceptGradient = 0;
      for (int n = 0; n < size; n++) {
        double error = predict(table.inputs()[n]) - table.targets()[n];
        for (int j = 0; j < gradient.length; j++) {
          gradient[j] += error * table.inputs()[n][j] / size;
        }
        interceptGradient += error / size;
      }
      for (int j = 0; j < gradient.length; j++) {
        weights[j] -= rate * (gradient[j] + ridge * weights[j]);
      }
      intercept -= rate * interceptGradient;
    }
    return this;
  }

  public double predict(double... inputs) {
    double y = intercept;
    for (int j = 0; j < weights.length; j++) {
      y += weights[j] * inputs[j];
    }
    return y;
  }

  /** L, without the ridge. */
  public double loss(Table table) {
    double sum = 0;
    for (int n = 0; n < table.size(); n++) {
      double error = predict(table.inputs()[n]) - table.targets()[n];
      sum += error * error / 2;
    }
    return sum / table.size();
  }

  /** Share of the targets' variance that is explained: 1 for all, 0 for no more than their mean does. */
  public double explained(Table table) {
    double variance = 0;
    for (double t : centredTargets(table)) {
      variance += t * t / table.size();
    }
    return 1 - 2 * loss(table) / variance;
  }

  /** The live values, not a copy. */
  public double[] weights() {
    return weights;
  }

  public double intercept() {
    return intercept;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  static double columnMean(Table table, int column) {
    double sum = 0;
    for (double[] row : table.inputs()) {
      sum += row[column];
    }
    return sum / table.size();
  }

  static double[][] centred(Table table) {
    double[][] x = new double[table.size()][table.inputs()[0].length];
    for (int j = 0; j < x[0].length; j++) {
      double mean = columnMean(table, j);
      for (int n = 0; n < x.length; n++) {
        x[n][j] = table.inputs()[n][j] - mean;
      }
    }
    return x;
  }

  static double[] centredTargets(Table table) {
    double mean = mean(table.targets());
    double[] t = table.targets().clone();
    for (int n = 0; n < t.length; n++) {
      t[n] -= mean;
    }
    return t;
  }
}
