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
    double sum = Softmax.exponentials(y, x, Softmax.max(x, 3), 3);
    assertEquals(1 + Math.exp(-1), sum, 1e-9);
  }

  @Test
  public void exponentialsOfLongRowsAreWithinTheirPromise() {
    float[] x = range(-100, 7);
    float[] y = new float[POINTS];
    double sum = Softmax.exponentials(y, x, 7, POINTS);
    double wantedSum = 0;
    for (int j = 0; j < POINTS; j++) {
      double wanted = StrictMath.exp((double) x[j] - 7);
      double error = x[j] > -3 ? 3e-6 * wanted : x[j] > -23 ? 1e-5 * wanted : 1e-17;
      assertEquals("exp " + (x[j] - 7), wanted, y[j], error);
      wantedSum += wanted;
    }
    assertEquals(1, sum / wantedSum, 1e-6);
    assertEquals(1, y[POINTS - 1], 0);
    Softmax.exponentials(y, new float[128], 1e30f, 128);
    assertEquals("far below the largest", 0, y[5], 0);
  }

  @Test
  public void softmaxOfALongRowIsThatOfItsPlainForm() {
    float[] x = range(-9, 30);
    float[] y = new float[POINTS];
    Softmax.softmax(y, x, 1000);
    double sum = 0;
    for (int j = 0; j < 1000; j++) {
      sum += StrictMath.exp(x[j]);
    }
    for (int j = 0; j < 1000; j++) {
      assertEquals(1, y[j] * sum / StrictMath.exp(x[j]), 2e-6);
    }
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
