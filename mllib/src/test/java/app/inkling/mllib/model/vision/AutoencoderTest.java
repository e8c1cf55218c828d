package app.inkling.mllib.model.vision;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.RowObjective;
import java.util.Arrays;
import org.junit.Test;

/** Examples with spreads 3, 2, 1, 0.5 and 0.2 along five known directions at right angles. */
public class AutoencoderTest {
  private static final double[] SPREADS = {3, 2, 1, 0.5, 0.2};
  private static final int EXAMPLES = 64;

  private final Rng random = new Rng(12);
  private final double[][] directions = directions();
  private final float[][] examples = examples();

  /** It loses what PCA loses, and keeps the very plane that PCA keeps. */
  @Test
  public void linearAutoencoderFindsThePrincipalSubspace() {
    for (int codes = 1; codes <= 3; codes++) {
      Autoencoder autoencoder = new Autoencoder(5, codes, new Rng(codes));
      double loss = autoencoder.learn(examples, 6000);
      double lost = 0;
      for (int i = codes; i < 5; i++) {
        lost += SPREADS[i] * SPREADS[i] / 5;
      }
      assertEquals(codes + " codes", lost, loss, 5e-3 * lost);
      for (int i = 0; i < 5; i++) {
        float[] direction = new float[5];
        for (int j = 0; j < 5; j++) {
          direction[j] = (float) directions[i][j];
        }
        float[] left = RowObjective.outputs(autoencoder.network(), new float[][] {direction})[0];
        for (int j = 0; j < 5; j++) {
          assertEquals(codes + " codes, direction " + i, i < codes ? direction[j] : 0, left[j], 0.02);
        }
      }
    }
  }

  @Test
  public void wantsABottleneck() {
    assertThrows(IllegalArgumentException.class, () -> new Autoencoder(4, 4, random));
  }

  /** Gram-Schmidt on noise. */
  private double[][] directions() {
    double[][] rows = noise(5);
    for (int i = 0; i < 5; i++) {
      rows[i] = orthonormal(rows, i);
    }
    return rows;
  }

  private static double[] orthonormal(double[][] rows, int i) {
    double[] row = rows[i].clone();
    for (int before = 0; before < i; before++) {
      double overlap = dot(row, rows[before]);
      for (int j = 0; j < row.length; j++) {
        row[j] -= overlap * rows[before][j];
      }
    }
    double length = Math.sqrt(dot(row, row));
    for (int j = 0; j < row.length; j++) {
      row[j] /= length;
    }
    return row;
  }

  /** Centred, and with exactly the spreads wanted: their coordinates are orthonormal columns themselves. */
  private float[][] examples() {
    double[][] columns = new double[6][];
    double[][] noise = new double[6][EXAMPLES];
    Arrays.fill(noise[0], 1); // at right angles to it means centred
    for (int i = 1; i < 6; i++) {
      for (int n = 0; n < EXAMPLES; n++) {
        noise[i][n] = random.nextGaussian();
      }
    }
    for (int i = 0; i < 6; i++) {
      noise[i] = orthonormal(noise, i);
      columns[i] = noise[i];
    }
    float[][] rows = new float[EXAMPLES][5];
    for (int n = 0; n < EXAMPLES; n++) {
      for (int i = 0; i < 5; i++) {
        double coordinate = SPREADS[i] * Math.sqrt(EXAMPLES) * columns[i + 1][n];
        for (int j = 0; j < 5; j++) {
          rows[n][j] += (float) (coordinate * directions[i][j]);
        }
      }
    }
    return rows;
  }

  private double[][] noise(int count) {
    double[][] rows = new double[count][count];
    for (double[] row : rows) {
      for (int j = 0; j < count; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return rows;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
