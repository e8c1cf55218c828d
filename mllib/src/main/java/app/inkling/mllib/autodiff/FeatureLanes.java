package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.BatchStatistics;
import app.inkling.mllib.kernel.Normalization;
import app.inkling.mllib.kernel.Products;
import app.inkling.mllib.kernel.Rows;
import java.util.Arrays;

/** Where the numbers of one feature lie in a tensor's rows, and what is done to each feature's. */
interface FeatureLanes {
  /** {@code sums[f] = sum over f's numbers of a}. */
  void sums(double[] sums, float[][] a);

  /** {@code sums[f] = sum over f's numbers of a * b}. */
  void products(double[] sums, float[][] a, float[][] b);

  /** {@code y = scale[f] * x + shift[f]}; x and y may be the same rows. */
  void scaleAndShift(float[][] y, float[] scale, float[][] x, float[] shift);

  /** {@code y += scale[f] * x}. */
  void addScaled(float[][] y, float[] scale, float[][] x);

  /** Feature f is column f of every row: matrices and sequences. */
  FeatureLanes COLUMNS = new FeatureLanes() {
    @Override
    public void sums(double[] sums, float[][] a) {
      Arrays.fill(sums, 0);
      for (float[] row : a) {
        BatchStatistics.addSums(sums, row, row.length);
      }
    }

    @Override
    public void products(double[] sums, float[][] a, float[][] b) {
      Arrays.fill(sums, 0);
      for (int r = 0; r < a.length; r++) {
        BatchStatistics.addProducts(sums, a[r], b[r], a[r].length);
      }
    }

    @Override
    public void scaleAndShift(float[][] y, float[] scale, float[][] x, float[] shift) {
      for (int r = 0; r < y.length; r++) {
        Normalization.scaleAndShift(y[r], scale, x[r], shift, y[r].length);
      }
    }

    @Override
    public void addScaled(float[][] y, float[] scale, float[][] x) {
      for (int r = 0; r < y.length; r++) {
        Products.addProducts(y[r], scale, x[r], y[r].length);
      }
    }
  };

  /** Feature f is so many whole rows, those of a channel: images in planes. */
  static FeatureLanes planes(int lines) {
    return new FeatureLanes() {
      @Override
      public void sums(double[] sums, float[][] a) {
        Arrays.fill(sums, 0);
        for (int r = 0; r < a.length; r++) {
          sums[r / lines] += Rows.sum(a[r], a[r].length);
        }
      }

      @Override
      public void products(double[] sums, float[][] a, float[][] b) {
        Arrays.fill(sums, 0);
        for (int r = 0; r < a.length; r++) {
          sums[r / lines] += BatchStatistics.product(a[r], b[r], a[r].length);
        }
      }

      @Override
      public void scaleAndShift(float[][] y, float[] scale, float[][] x, float[] shift) {
        for (int r = 0; r < y.length; r++) {
          BatchStatistics.scaleAndShift(y[r], scale[r / lines], x[r], shift[r / lines], y[r].length);
        }
      }

      @Override
      public void addScaled(float[][] y, float[] scale, float[][] x) {
        for (int r = 0; r < y.length; r++) {
          Products.add1(y[r], scale[r / lines], x[r], y[r].length);
        }
      }
    };
  }
}
