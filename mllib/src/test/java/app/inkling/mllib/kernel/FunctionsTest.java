package app.inkling.mllib.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Our own functions against the JVM's, over their whole range. */
public class FunctionsTest {
  private static final int POINTS = 200_001;

  private static float[] range(float from, float to) {
    float[] x = new float[POINTS];
    for (int j = 0; j < POINTS; j++) {
      x[j] = from + (to - from) * j / (POINTS - 1);
    }
    return x;
  }

  @Test
  public void tanhIsWithinItsPromise() {
    float[] x = range(-15, 15);
    float[] y = new float[POINTS];
    Activations.tanh(y, x, POINTS);
    for (int j = 0; j < POINTS; j++) {
      assertEquals("tanh " + x[j], StrictMath.tanh(x[j]), y[j], 3e-7);
      assertTrue(Math.abs(y[j]) <= 1);
    }
  }

  @Test
  public void sigmoidIsWithinItsPromise() {
    float[] x = range(-30, 30);
    float[] y = new float[POINTS];
    Activations.sigmoid(y, x, POINTS);
    for (int j = 0; j < POINTS; j++) {
      assertEquals("sigmoid " + x[j], 1 / (1 + StrictMath.exp(-x[j])), y[j], 3e-7);
      assertTrue(y[j] >= 0 && y[j] <= 1);
    }
  }

  @Test
  public void bothStayInRangeForHugeInputs() {
    float[] x = {-1e30f, 1e30f, -1e4f, 1e4f, 0};
    float[] y = new float[5];
    Activations.tanh(y, x, 5);
    assertEquals(-1, y[0], 1e-6);
    assertEquals(1, y[1], 1e-6);
    assertEquals(0, y[4], 0);
    Activations.sigmoid(y, x, 5);
    assertEquals(0, y[2], 1e-6);
    assertEquals(1, y[3], 1e-6);
    assertEquals(0.5, y[4], 0);
  }

  @Test
  public void expIsWithinItsPromise() {
    for (int j = -70_000; j <= 70_000; j++) {
      double x = j / 100.0;
      double wanted = StrictMath.exp(x);
      assertEquals("exp " + x, 1, Softmax.exp(x) / wanted, 1e-11);
    }
    assertEquals(1, Softmax.exp(0), 0);
    assertTrue(Softmax.exp(-1e9) < 1e-300);
  }

  @Test
  public void softmaxAndLogSumExpStandHugeLogits() {
    float[] x = {10_000, 9_999, -10_000};
    float[] y = new float[3];
    Softmax.softmax(y, x, 3);
    assertEquals(1 / (1 + Math.exp(-1)), y[0], 1e-6);
    assertEquals(0, y[2], 0);
    assertEquals(10_000 + Math.log(1 + Math.exp(-1)), Softmax.logSumExp(x, 3), 1e-9);
  }

  @Test
  public void reluAndItsGradientAreExact() {
    float[] x = {-3, -0f, 0, 1e-20f, 2.5f};
    float[] y = new float[5];
    Activations.relu(y, x, 5);
    float[] dx = new float[5];
    Activations.reluGradient(dx, new float[] {7, 7, 7, 7, 7}, y, 5);
    float[] wanted = {0, 0, 0, 1e-20f, 2.5f};
    float[] slopes = {0, 0, 0, 7, 7};
    for (int j = 0; j < 5; j++) {
      assertEquals(wanted[j], y[j], 0);
      assertEquals(slopes[j], dx[j], 0);
    }
  }

  @Test
  public void claimingGivesEachMaximumsGradientToItsFirstOccurrenceOnly() {
    float[] maxima = {1, 2, 0};
    float[] open = {5, 6, 7};
    float[] claimed = new float[3];
    Rows.claimMaximum(claimed, open, new float[] {1, 1, 0}, maxima, 3);
    assertEquals(5, claimed[0], 0);
    assertEquals(0, claimed[1], 0);
    assertEquals(7, claimed[2], 0);
    Rows.claimMaximum(claimed, open, new float[] {1, 2, 0}, maxima, 3);
    assertEquals(0, claimed[0], 0);
    assertEquals(6, claimed[1], 0);
    assertEquals(0, claimed[2], 0);
  }
}
