package app.inkling.mllib.digits;

import app.inkling.mllib.data.stroke.LabelledDrawing;
import java.util.Arrays;

/**
 * What the reader makes of one drawing: a probability for each digit, and whether it takes the drawing for a
 * digit at all. Immutable.
 */
public final class DigitGuess {
  /** Why a drawing was refused, or {@link #NONE}. */
  public enum Refusal { NONE, BLANK, TOO_SMALL, NOT_A_DIGIT }

  private final float[] probabilities;
  private final Refusal refusal;
  private final float notADigit;

  /** @param probabilities of the digits 0 to 9, summing to 1 */
  public DigitGuess(float[] probabilities, Refusal refusal) {
    this(probabilities, refusal, refusal == Refusal.NONE ? 0 : 1);
  }

  /**
   * @param probabilities of the digits 0 to 9, summing to 1
   * @param notADigit probability that the drawing shows no digit at all, 0 to 1
   */
  public DigitGuess(float[] probabilities, Refusal refusal, float notADigit) {
    if (probabilities.length != 10) {
      throw new IllegalArgumentException("DigitGuess: wants 10 probabilities, got " + probabilities.length);
    }
    this.probabilities = probabilities.clone();
    this.refusal = refusal;
    this.notADigit = notADigit;
  }

  /**
   * What a model's probabilities say of a drawing.
   *
   * @param probabilities of the {@link DigitModel#CLASSES} classes, as the network gives them
   * @param refusalThreshold probability of {@link DigitModel#NOT_A_DIGIT} from which on it is refused
   */
  public static DigitGuess of(float[] probabilities, float refusalThreshold) {
    double digits = 0;
    for (int digit = 0; digit < 10; digit++) {
      digits += probabilities[digit];
    }
    if (!(digits > 0)) {
      return unknown(Refusal.NOT_A_DIGIT);
    }
    float[] guess = new float[10];
    for (int digit = 0; digit < 10; digit++) {
      guess[digit] = (float) (probabilities[digit] / digits);
    }
    float notADigit = probabilities[DigitModel.NOT_A_DIGIT];
    return new DigitGuess(guess, notADigit >= refusalThreshold ? Refusal.NOT_A_DIGIT : Refusal.NONE,
        notADigit);
  }

  /** No digit likelier than another. */
  static DigitGuess unknown(Refusal why) {
    float[] even = new float[10];
    Arrays.fill(even, 0.1f);
    return new DigitGuess(even, why);
  }

  /** What it is read as: 0 to 9, or {@link LabelledDrawing#NOT_A_DIGIT} when it is refused. */
  public int reading() {
    return refused() ? LabelledDrawing.NOT_A_DIGIT : digit();
  }

  /** Probability that the drawing shows no digit at all, 0 to 1. */
  public float notADigit() {
    return notADigit;
  }

  /** The likeliest digit, also when the drawing is refused. */
  public int digit() {
    int best = 0;
    for (int digit = 1; digit < 10; digit++) {
      if (probabilities[digit] > probabilities[best]) {
        best = digit;
      }
    }
    return best;
  }

  /** Probability of {@link #digit()}, 0 to 1, calibrated. */
  public float confidence() {
    return probabilities[digit()];
  }

  public float probability(int digit) {
    return probabilities[digit];
  }

  public float[] probabilities() {
    return probabilities.clone();
  }

  public Refusal refusal() {
    return refusal;
  }

  public boolean refused() {
    return refusal != Refusal.NONE;
  }
}
