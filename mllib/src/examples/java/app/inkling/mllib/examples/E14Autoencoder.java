package app.inkling.mllib.examples;

import app.inkling.mllib.data.Table;
import app.inkling.mllib.model.vision.Autoencoder;
import app.inkling.mllib.tensor.Rng;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** A linear autoencoder with two units in the middle keeps what the two principal components keep. */
public final class E14Autoencoder {
  private E14Autoencoder() {}

  public static void main(String[] arguments) throws IOException {
    run(System.out);
  }

  public static void run(PrintStream out) throws IOException {
    Table irises = Lesson.table("iris");
    float[][] rows = Lesson.tensor(irises.inputs()).rows();
    double learned = new Autoencoder(4, 2, new Rng(1)).learn(rows, 3000);
    double lost = lostByTwoComponents(irises.inputs());
    out.printf(Locale.ROOT, "lost by the autoencoder %.5f, by two principal components %.5f of the variance%n",
        learned, lost);
    Lesson.check(Math.abs(learned - lost) < 0.01 * lost, "the autoencoder found the components' plane");
  }

  /**
   * Mean square of what is left when two directions of most variance, found by power iteration, are taken
   * out.
   */
  private static double lostByTwoComponents(double[][] rows) {
    double[][] rest = new double[rows.length][];
    for (int n = 0; n < rows.length; n++) {
      rest[n] = rows[n].clone();
    }
    for (int component = 0; component < 2; component++) {
      double[] direction = {1, 0.5, 0.25, 0.125};
      for (int round = 0; round < 500; round++) {
        double[] next = new double[4];
        for (double[] row : rest) {
          double along = dot(row, direction);
          for (int j = 0; j < 4; j++) {
            next[j] += along * row[j];
          }
        }
        double norm = Math.sqrt(dot(next, next));
        for (int j = 0; j < 4; j++) {
          direction[j] = next[j] / norm;
        }
      }
      for (double[] row : rest) {
        double along = dot(row, direction);
        for (int j = 0; j < 4; j++) {
          row[j] -= along * direction[j];
        }
      }
    }
    double sum = 0;
    for (double[] row : rest) {
      sum += dot(row, row) / (4 * rest.length);
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
