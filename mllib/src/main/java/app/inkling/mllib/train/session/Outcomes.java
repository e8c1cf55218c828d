package app.inkling.mllib.train.session;

import app.inkling.mllib.data.FormatException;
import java.util.Arrays;

/**
 * How a model did on some samples, one after the other.
 *
 * @param losses each sample's log-loss, in nats; a sentence's is the mean of its words'
 * @param right answers that were right, of each sample
 * @param of answers asked for, of each sample: 1 for a drawing, the number of words for a sentence
 */
public record Outcomes(double[] losses, int[] right, int[] of) {
  public Outcomes {
    if (losses.length != right.length || losses.length != of.length) {
      throw new IllegalArgumentException("Outcomes: " + losses.length + " losses, " + right.length
          + " right, " + of.length
          + " asked; wants as many of each");
    }
  }

  /** Of no sample, with room for so many. */
  public static Outcomes room(int samples) {
    return new Outcomes(new double[samples], new int[samples], new int[samples]);
  }

  public int size() {
    return losses.length;
  }

  /** Mean log-loss; NaN without samples. */
  public double loss() {
    return Arrays.stream(losses).sum() / losses.length;
  }

  /** Share of right answers, 0 to 1; NaN without samples. */
  public double accuracy() {
    return (double) Arrays.stream(right).sum() / Arrays.stream(of).sum();
  }

  /** Answers that were wrong. */
  public int errors() {
    return Arrays.stream(of).sum() - Arrays.stream(right).sum();
  }

  /** These and then the others. */
  public Outcomes and(Outcomes others) {
    int size = size() + others.size();
    Outcomes all = new Outcomes(Arrays.copyOf(losses, size), Arrays.copyOf(right, size),
        Arrays.copyOf(of, size));
    for (int i = 0; i < others.size(); i++) {
      all.take(size() + i, others, i);
    }
    return all;
  }

  /** Overwrites one sample's outcome by one of another's. */
  void take(int sample, Outcomes from, int theirs) {
    losses[sample] = from.losses[theirs];
    right[sample] = from.right[theirs];
    of[sample] = from.of[theirs];
  }

  /** Three numbers for each sample, to be saved. */
  long[] toNumbers() {
    long[] numbers = new long[3 * size()];
    for (int i = 0; i < size(); i++) {
      numbers[3 * i] = Double.doubleToLongBits(losses[i]);
      numbers[3 * i + 1] = right[i];
      numbers[3 * i + 2] = of[i];
    }
    return numbers;
  }

  /** Of so many samples, from what {@link #toNumbers} gave; from no numbers at all, room for them. */
  static Outcomes fromNumbers(int samples, long[] numbers) throws FormatException {
    if (numbers.length != 0 && numbers.length != 3 * samples) {
      throw new FormatException("unfinished session", 3 * samples + " numbers",
          String.valueOf(numbers.length));
    }
    Outcomes outcomes = room(samples);
    for (int i = 0; i < numbers.length / 3; i++) {
      outcomes.losses[i] = Double.longBitsToDouble(numbers[3 * i]);
      outcomes.right[i] = (int) numbers[3 * i + 1];
      outcomes.of[i] = (int) numbers[3 * i + 2];
    }
    return outcomes;
  }
}
