package app.inkling.mllib.digits;

/**
 * Figures of a reader over labelled examples. Every digit counts by its arg max, refused or not; drawings
 * that are no digit count only for how many of them are refused.
 */
public final class DigitScore {
  private static final int BINS = 15;

  private final long[] inBin = new long[BINS];
  private final long[] rightInBin = new long[BINS];
  private final double[] confidenceInBin = new double[BINS];
  private long digits;
  private long right;
  private long refused;
  private long others;
  private long othersRefused;

  /** @param label 0 to 9, or anything else for what is no digit */
  public void add(int label, DigitGuess guess) {
    if (label < 0 || label > 9) {
      others++;
      othersRefused += guess.refused() ? 1 : 0;
      return;
    }
    boolean hit = guess.digit() == label;
    int bin = Math.min(BINS - 1, (int) (guess.confidence() * BINS));
    digits++;
    right += hit ? 1 : 0;
    refused += guess.refused() ? 1 : 0;
    inBin[bin]++;
    rightInBin[bin] += hit ? 1 : 0;
    confidenceInBin[bin] += guess.confidence();
  }

  /** Number of digits seen. */
  public long examples() {
    return digits;
  }

  /** Number of examples seen that are no digits. */
  public long notDigits() {
    return others;
  }

  public double accuracyPercent() {
    return percent(right, digits);
  }

  public double errorPercent() {
    return percent(digits - right, digits);
  }

  /** Digits that were refused. */
  public double refusedPercent() {
    return percent(refused, digits);
  }

  /** Drawings that are no digit and were refused. */
  public double notDigitsRefusedPercent() {
    return percent(othersRefused, others);
  }

  /**
   * Expected calibration error of the top label: the mean distance of confidence and accuracy over {@value
   * #BINS} bins of equal width, weighted by how many examples fall into each (Guo et al., On Calibration of
   * Modern Neural Networks, 2017, equation 3).
   */
  public double ecePercent() {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(confidenceInBin[bin] - rightInBin[bin]);
    }
    return digits == 0 ? Double.NaN : 100 * sum / digits;
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? Double.NaN : 100.0 * part / whole;
  }
}
