package app.inkling.mllib.kernel;

import static org.junit.Assert.assertArrayEquals;

import java.util.Arrays;
import org.junit.Test;

/** Two numbers, for the batch, in each column. */
public class ColumnsTest {
  private static final float[] FROM = {1, 2, 3, 4, 5, 6};

  private static float[] gather(int width, int stride, int offset) {
    float[] to = new float[2 * width + 1];
    Arrays.fill(to, 9);
    Columns.gather(to, width, FROM, 3, stride, offset, 2);
    return to;
  }

  @Test
  public void gatherWritesZerosOutsideWhateverWasThere() {
    assertArrayEquals(new float[] {0, 0, 1, 2, 3, 4, 5, 6, 0, 0, 9}, gather(5, 1, -1), 0);
    assertArrayEquals(new float[] {3, 4, 5, 6, 0, 0, 9}, gather(3, 1, 1), 0);
    assertArrayEquals(new float[] {0, 0, 9}, gather(1, 1, 5), 0);
    assertArrayEquals(new float[] {0, 0, 9}, gather(1, 1, -5), 0);
  }

  @Test
  public void gatherTakesEveryStrideth() {
    assertArrayEquals(new float[] {1, 2, 5, 6, 0, 0, 9}, gather(3, 2, 0), 0);
    assertArrayEquals(new float[] {0, 0, 3, 4, 0, 0, 9}, gather(3, 2, -1), 0);
    assertArrayEquals(new float[] {0, 0, 1, 2, 9}, gather(2, 2, -2), 0);
  }

  @Test
  public void scatterWritesWhereGatherReadsAndNothingElse() {
    float[] to = {9, 9, 9, 9, 9, 9};
    Columns.scatter(to, 3, new float[] {1, 2, 3, 4}, 2, 2, -1, 2);
    assertArrayEquals(new float[] {9, 9, 3, 4, 9, 9}, to, 0);
    Columns.scatter(to, 3, new float[] {5, 6, 7, 8}, 2, 1, 2, 2);
    assertArrayEquals(new float[] {9, 9, 3, 4, 5, 6}, to, 0);
  }

  @Test
  public void transposeTurnsMatricesOfAnySize() {
    for (int rows = 1; rows < 40; rows += 13) {
      for (int columns = 1; columns < 40; columns += 13) {
        float[][] from = new float[rows][columns];
        float[][] wanted = new float[columns][rows];
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < columns; j++) {
            from[i][j] = i * 100 + j;
            wanted[j][i] = from[i][j];
          }
        }
        float[][] to = new float[columns][rows];
        Columns.transpose(to, from, rows, columns);
        assertArrayEquals(wanted, to);
      }
    }
  }
}
