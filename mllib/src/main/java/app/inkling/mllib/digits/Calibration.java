package app.inkling.mllib.digits;

import java.util.Arrays;

/**
 * What a trained network's confidence is worth, settled on digits it was not trained on: the temperature that
 * its logits are divided by, and the probability of "not a digit" from which on a drawing is refused.
 *
 * @param temperature above 0; more than 1 makes the network less sure of itself
 * @param refusalThreshold probability of class {@link DigitModel#NOT_A_DIGIT}, after the temperature
 */
public record Calibration(float temperature, float refusalThreshold) {
  private static final double COLDEST = 0.25;
  private static final double HOTTEST = 8;
  /** Golden-section steps, enough to settle the temperature to a millionth. */
  private static final int STEPS = 40;
  private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;
  private static final float LOWEST_THRESHOLD = 0.02f;

  /**
   * The temperature with the least negative log-likelihood of the labels among the ten digits (Guo et al., On
   * Calibration of Modern Neural Networks, 2017, section 4.2), and the threshold that refuses a given share
   * of the examples.
   *
   * @param logits one row of 11 an example, all of them digits
   * @param labels 0 to 9
   * @param refusedShare share of these digits that may be refused, 0 to 1
   */
  public static Calibration of(float[][] logits, int[] labels, float refusedShare) {
    if (logits.length == 0 || logits.length != labels.length) {
      throw new IllegalArgumentException("Calibration: " + logits.length + " examples and " + labels.length
          + " labels; wants as many, at least one");
    }
    double low = StrictMath.log(COLDEST);
    double high = StrictMath.log(HOTTEST);
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double lossLeft = loss(logits, labels, StrictMath.exp(left));
    double lossRight = loss(logits, labels, StrictMath.exp(right));
    for (int step = 0; step < STEPS; step++) {
      if (lossLeft < lossRight) {
        high = right;
        right = left;
        lossRight = lossLeft;
        left = high - GOLDEN * (high - low);
        lossLeft = loss(logits, labels, StrictMath.exp(left));
      } else {
        low = left;
        left = right;
        lossLeft = lossRight;
        right = low + GOLDEN * (high - low);
        lossRight = loss(logits, labels, StrictMath.exp(right));
      }
    }
    float temperature = (float) StrictMath.exp((low + high) / 2);
    return new Calibration(temperature, threshold(logits, temperature, refusedShare));
  }

  private static float threshold(float[][] logits, float temperature, float refusedShare) {
    float[] notADigit = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      double all = logSumExp(logits[i], DigitModel.CLASSES, temperature);
      notADigit[i] = (float) StrictMath.exp(logits[i][DigitModel.NOT_A_DIGIT] / temperature - all);
    }
    Arrays.sort(notADigit);
    int kept = Math.min(logits.length - 1, (int) (logits.length * (1 - refusedShare)));
    return Math.max(LOWEST_THRESHOLD, notADigit[kept]);
  }

  private static double loss(float[][] logits, int[] labels, double temperature) {
    double loss = 0;
    for (int i = 0; i < logits.length; i++) {
      loss += logSumExp(logits[i], 10, temperature) - logits[i][labels[i]] / temperature;
    }
    return loss;
  }

  private static double logSumExp(float[] logits, int count, double temperature) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, logits[i] / temperature);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += StrictMath.exp(logits[i] / temperature - most);
    }
    return most + StrictMath.log(sum);
  }
}
