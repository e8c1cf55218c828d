package app.inkling.mllib.tensor;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class OrthogonalTest {
  @Test
  public void rowsOfAWideMatrixAreOrthogonal() {
    float[][] rows = filled(3, 7);
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        double dot = 0;
        for (int j = 0; j < 7; j++) {
          dot += rows[i][j] * rows[k][j];
        }
        assertEquals(i == k ? 1 : 0, dot, 1e-6);
      }
    }
  }

  @Test
  public void columnsOfATallMatrixAreOrthogonal() {
    requireOrthogonalColumns(filled(9, 4), 0, 4);
  }

  @Test
  public void eachGatesBlockOfARecurrentWeightIsOrthogonal() {
    float[][] rows = filled(5, 20);
    for (int gate = 0; gate < 4; gate++) {
      requireOrthogonalColumns(rows, 5 * gate, 5);
    }
  }

  private static void requireOrthogonalColumns(float[][] rows, int from, int count) {
    for (int a = from; a < from + count; a++) {
      for (int b = from; b < from + count; b++) {
        double dot = 0;
        for (float[] row : rows) {
          dot += row[a] * row[b];
        }
        assertEquals(a == b ? 1 : 0, dot, 1e-6);
      }
    }
  }

  @Test
  public void sameSeedGivesTheSameBits() {
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(filled(4, 4)[i], filled(4, 4)[i], 0);
    }
  }

  private static float[][] filled(int rows, int columns) {
    Tensor weight = Tensor.zeros(Shape.of(rows, columns));
    Initializer.orthogonal(new Rng(3)).fill(weight, rows, columns);
    return weight.rows();
  }
}
