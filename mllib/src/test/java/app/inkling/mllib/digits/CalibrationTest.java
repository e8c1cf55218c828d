package app.inkling.mllib.digits;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import app.inkling.mllib.tensor.Rng;
import org.junit.Before;
import org.junit.Test;

public class CalibrationTest {
  private static final int EXAMPLES = 20_000;

  private final float[][] logits = new float[EXAMPLES][DigitModel.CLASSES];
  private final int[] labels = new int[EXAMPLES];

  /** Labels drawn from the softmax of random logits, which are perfectly calibrated for them. */
  @Before
  public void makeCalibratedLogits() {
    Rng random = new Rng(1);
    for (int i = 0; i < EXAMPLES; i++) {
      double sum = 0;
      for (int digit = 0; digit < 10; digit++) {
        logits[i][digit] = 2 * (float) random.nextGaussian();
        sum += Math.exp(logits[i][digit]);
      }
      double at = sum * random.nextDouble();
      for (double passed = Math.exp(logits[i][0]); passed < at && labels[i] < 9; labels[i]++) {
        passed += Math.exp(logits[i][labels[i] + 1]);
      }
      logits[i][DigitModel.NOT_A_DIGIT] = (float) random.nextGaussian();
    }
  }

  @Test
  public void findsHowMuchTooSureTheLogitsAre() {
    assertEquals(1, Calibration.of(logits, labels, 0.01f).temperature(), 0.03);
    for (float[] row : logits) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= 3;
      }
    }
    assertEquals(3, Calibration.of(logits, labels, 0.01f).temperature(), 0.09);
  }

  @Test
  public void thresholdRefusesTheShareThatIsAllowed() {
    Calibration calibration = Calibration.of(logits, labels, 0.02f);
    int refused = 0;
    for (float[] row : logits) {
      double sum = 0;
      for (float value : row) {
        sum += Math.exp(value / calibration.temperature());
      }
      double notADigit = Math.exp(row[DigitModel.NOT_A_DIGIT] / calibration.temperature()) / sum;
      refused += notADigit >= calibration.refusalThreshold() ? 1 : 0;
    }
    assertEquals(0.02 * EXAMPLES, refused, 3);
  }

  @Test
  public void rejectsLogitsWithoutLabels() {
    assertThrows(IllegalArgumentException.class, () -> Calibration.of(new float[0][], new int[0], 0.01f));
    assertThrows(IllegalArgumentException.class, () -> Calibration.of(new float[1][11], new int[2], 0.01f));
  }
}
