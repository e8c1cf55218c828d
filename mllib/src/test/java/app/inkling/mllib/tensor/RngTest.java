package app.inkling.mllib.tensor;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.junit.Test;

public class RngTest {
  /** From the test of the Rust crate rand_xoshiro, which took them from the authors' C program. */
  @Test
  public void givesTheNumbersOfXoshiro256StarStar() {
    Rng rng = Rng.fromState(new long[] {1, 2, 3, 4});
    long[] wanted = {11520, 0, 1509978240, 1215971899390074240L};
    for (long number : wanted) {
      assertEquals(number, rng.nextLong());
    }
  }

  @Test
  public void goesOnFromItsSavedState() {
    Rng rng = new Rng(7);
    rng.nextGaussian();
    Rng resumed = Rng.fromState(rng.state());
    for (int i = 0; i < 100; i++) {
      assertEquals(rng.nextLong(), resumed.nextLong());
    }
  }

  @Test
  public void splitsIntoStreamsThatDifferAndLeavesItselfAlone() {
    Rng rng = new Rng(7);
    long[] before = rng.state();
    assertNotEquals(rng.split(0).nextLong(), rng.split(1).nextLong());
    assertEquals(rng.split(5).nextLong(), rng.split(5).nextLong());
    assertArrayEquals(before, rng.state());
    assertNotEquals(new Rng(7).split(0).nextLong(), new Rng(8).split(0).nextLong());
  }

  @Test
  public void numbersHaveTheMeanAndSpreadThatTheyShould() {
    Rng rng = new Rng(1);
    int count = 100_000;
    double floats = 0;
    double gaussians = 0;
    double squares = 0;
    int[] dice = new int[6];
    for (int i = 0; i < count; i++) {
      float f = rng.nextFloat();
      assertTrue(f >= 0 && f < 1);
      floats += f;
      double g = rng.nextGaussian();
      gaussians += g;
      squares += g * g;
      dice[rng.nextInt(6)]++;
    }
    assertEquals(0.5, floats / count, 0.005);
    assertEquals(0, gaussians / count, 0.015);
    assertEquals(1, squares / count, 0.02);
    for (int side : dice) {
      assertEquals(count / 6.0, side, 600);
    }
  }

  @Test
  public void drawsAsOftenAsTheSharesSay() {
    Rng rng = new Rng(4);
    int[] drawn = new int[3];
    for (int i = 0; i < 40_000; i++) {
      drawn[rng.draw(new float[] {1, 0, 3}, 4)]++;
    }
    assertEquals(10_000, drawn[0], 400);
    assertEquals(0, drawn[1]);
    assertEquals(30_000, drawn[2], 400);
  }

  @Test
  public void shuffleKeepsEveryElement() {
    int[] values = {0, 1, 2, 3, 4, 5, 6, 7};
    new Rng(3).shuffle(values);
    Arrays.sort(values);
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, values);
  }

  @Test
  public void refusesABoundWithoutNumbersAndAStateOfZeros() {
    assertThrows(IllegalArgumentException.class, () -> new Rng(1).nextInt(0));
    assertThrows(IllegalArgumentException.class, () -> Rng.fromState(new long[4]));
  }
}
