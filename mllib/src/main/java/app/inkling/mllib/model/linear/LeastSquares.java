package app.inkling.mllib.model.linear;

/** Systems of linear equations, solved in two ways. */
public final class LeastSquares {
  private LeastSquares() {}

  /**
   * Solves {@code A x = b} by Cholesky's factors {@code A = L L'}, with L lower triangular (Golub and Van
   * Loan, "Matrix computations", algorithm 4.2.1).
   *
   * @param a symmetric and positive definite; is left as it is
   * @throws IllegalArgumentException a isn't positive definite
   */
  public static double[] cholesky(double[][] a, double[] b) {
    int n = b.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        if (i == j && !(sum > 0)) {
          throw new IllegalArgumentException("LeastSquares: wants a positive definite matrix, got " + sum
              + " as pivot " + i + "; are two inputs the same? A ridge above 0 helps");
        }
        l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = b[i];
      for (int k = 0; k < i; k++) {
        x[i] -= l[i][k] * x[k];
      }
      x[i] /= l[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= l[k][i] * x[k];
      }
      x[i] /= l[i][i];
    }
    return x;
  }

  /**
   * The x for which {@code |A x - b|} is smallest, by Householder's reflections (the same, algorithm 5.3.2):
   * keeps twice the digits of the normal equations {@code A'A x = A'b}, for twice the work.
   *
   * @param a at least as many rows as columns, which are independent; is left as it is
   */
  public static double[] qr(double[][] a, double[] b) {
    int rows = a.length;
    int columns = a[0].length;
    double[][] r = new double[rows][];
    for (int i = 0; i < rows; i++) {
      r[i] = a[i].clone();
    }
    double[] y = b.clone();
    for (int j = 0; j < columns; j++) {
      double norm = 0;
      for (int i = j; i < rows; i++) {
        norm = Math.hypot(norm, r[i][j]);
      }
      if (norm == 0) {
        throw new IllegalArgumentException("LeastSquares: wants independent columns, got column " + j
            + " that is a sum of others; leave it out");
      }
      reflect(r, y, j, r[j][j] > 0 ? -norm : norm);
    }
    double[] x = new double[columns];
    for (int j = columns - 1; j >= 0; j--) {
      x[j] = y[j];
      for (int k = j + 1; k < columns; k++) {
        x[j] -= r[j][k] * x[k];
      }
      x[j] /= r[j][j];
    }
    return x;
  }

  /** Turns column j, from row j on, to (pivot, 0, 0, ...) by mirroring everything. */
  private static void reflect(double[][] r, double[] y, int j, double pivot) {
    double[] v = new double[r.length];
    double square = 0;
    for (int i = j; i < r.length; i++) {
      v[i] = r[i][j] - (i == j ? pivot : 0);
      square += v[i] * v[i];
    }
    for (int k = j; k <= r[0].length; k++) {
      double dot = 0;
      for (int i = j; i < r.length; i++) {
        dot += v[i] * (k < r[0].length ? r[i][k] : y[i]);
      }
      for (int i = j; i < r.length; i++) {
        double change = 2 * dot / square * v[i];
        if (k < r[0].length) {
          r[i][k] -= change;
        } else {
          y[i] -= change;
        }
      }
    }
  }
}
