package app.inkling.mllib.kernel;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import java.util.Arrays;
import org.junit.Test;

/** However a product is worked through, each number is the same sum in the same order. */
public class ProductsTest {
  /** Rows, count, columns: around the sizes where another way of working takes over, and odd ones. */
  private static final int[][] SIZES = {{1, 1, 1}, {3, 7, 5}, {31, 64, 192}, {32, 63, 192}, {32, 64, 191},
      {32, 64, 192}, {33, 67, 513}, {65, 81, 1030}, {70, 100, 255}, {64, 96, 257}, {5, 300, 2100},
      {16, 15, 64}, {16, 16, 63}, {16, 16, 64}, {17, 37, 130}};

  private final Rng rng = new Rng(1);

  @Test
  public void anySizeIsToTheBitOneSumAfterTheOther() {
    for (int[] size : SIZES) {
      for (float zeros : new float[] {0, 0.5f, 0.9f}) {
        check(size[0], size[1], size[2], zeros);
      }
    }
  }

  private void check(int rows, int count, int length, float zeros) {
    int from = 3;
    float[][] a = random(rows, count + from, zeros);
    float[][] b = random(count, length, 0);
    float[][] c = random(rows, length, 0);
    float[][] wanted = new float[rows][];
    for (int i = 0; i < rows; i++) {
      wanted[i] = c[i].clone();
      for (int j = 0; j < length; j++) {
        for (int k = 0; k < count; k++) {
          wanted[i][j] += a[i][from + k] * b[k][j];
        }
      }
    }
    Kernels.PLAIN.add(c, rows, a, from, b, count, length);
    for (int i = 0; i < rows; i++) {
      assertArrayEquals("row " + i + " of " + rows + " x " + count + " x " + length, wanted[i], c[i], 0);
    }
  }

  @Test
  public void zerosArePassedOverWhereTheyAreMany() {
    assertTrue(NonZeros.areFew(32, random(32, 100, 0.8f), 0, 100, 128));
    assertFalse("nothing to pass over", NonZeros.areFew(32, random(32, 100, 0), 0, 100, 128));
    assertFalse("rows too short to pay", NonZeros.areFew(32, random(32, 100, 0.8f), 0, 100, 10));
    NonZeros some = new NonZeros();
    assertEquals(2, some.find(new float[] {9, 0, 2, -0f, 3}, 1, 4));
    assertArrayEquals(new int[] {1, 3}, Arrays.copyOf(some.places(), 2));
  }

  private float[][] random(int rows, int length, float zeros) {
    float[][] numbers = new float[rows][length];
    for (float[] row : numbers) {
      for (int j = 0; j < length; j++) {
        row[j] = rng.nextFloat() < zeros ? 0 : rng.nextFloat() - 0.5f;
      }
    }
    return numbers;
  }
}
