package app.inkling.mllib.digits;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.digits.DigitGuess.Refusal;
import java.util.Arrays;
import org.junit.Test;

public class DigitScoreTest {
  private final DigitScore score = new DigitScore();

  @Test
  public void countsEveryDigitByItsArgMaxRefusedOrNot() {
    score.add(3, guess(3, 0.9f, Refusal.NONE));
    score.add(3, guess(3, 0.9f, Refusal.NOT_A_DIGIT));
    score.add(4, guess(3, 0.9f, Refusal.NOT_A_DIGIT));
    score.add(5, guess(3, 0.9f, Refusal.NONE));
    assertEquals(4, score.examples());
    assertEquals(50, score.accuracyPercent(), 1e-9);
    assertEquals(50, score.errorPercent(), 1e-9);
    assertEquals(50, score.refusedPercent(), 1e-9);
  }

  @Test
  public void whatIsNoDigitCountsOnlyForBeingRefused() {
    score.add(-1, guess(3, 0.9f, Refusal.NOT_A_DIGIT));
    score.add(10, guess(3, 0.9f, Refusal.BLANK));
    score.add(-1, guess(3, 0.9f, Refusal.NONE));
    score.add(1, guess(1, 0.9f, Refusal.NONE));
    assertEquals(1, score.examples());
    assertEquals(3, score.notDigits());
    assertEquals(200 / 3.0, score.notDigitsRefusedPercent(), 1e-9);
    assertEquals(0, score.refusedPercent(), 1e-9);
  }

  /**
   * By hand: 0.9 is in bin 13 of 15 with half right, 0.5 in bin 7 with all right: (2 * 0.4 + 1 * 0.5) / 3.
   */
  @Test
  public void calibrationErrorIsTheMeanDistanceOfConfidenceAndAccuracy() {
    score.add(3, guess(3, 0.9f, Refusal.NONE));
    score.add(4, guess(3, 0.9f, Refusal.NONE));
    score.add(6, guess(6, 0.5f, Refusal.NONE));
    assertEquals(100 * 1.3 / 3, score.ecePercent(), 1e-4);
  }

  @Test
  public void confidenceOfOneHasItsPlaceInTheLastBin() {
    score.add(3, guess(3, 1, Refusal.NONE));
    assertEquals(0, score.ecePercent(), 1e-9);
  }

  @Test
  public void figuresOfNothingAreNoNumbers() {
    assertTrue(Double.isNaN(score.accuracyPercent()));
    assertTrue(Double.isNaN(score.ecePercent()));
  }

  private static DigitGuess guess(int digit, float confidence, Refusal refusal) {
    float[] probabilities = new float[10];
    Arrays.fill(probabilities, (1 - confidence) / 9);
    probabilities[digit] = confidence;
    return new DigitGuess(probabilities, refusal);
  }
}
