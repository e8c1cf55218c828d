package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Workload;
import java.util.Arrays;
import java.util.Locale;

/** Holds a library to the same work: from the same weights and data, the same results. */
final class SameWork {
  /** Rounding alone: products are summed in different orders. */
  private static final double FIRST_STEPS_TOLERANCE = 1e-4;
  private static final int FIRST_STEPS = 3;
  /** Differences grow from update to update. */
  private static final double TOLERANCE = 0.02;
  /** Losses that are compared to see whether they fall. */
  private static final int ENDS = 8;

  private SameWork() {}

  /** What is wrong with {@code checked}, in one sentence, or null. */
  static String complaint(Workload workload, float[] reference, float[] checked) {
    for (int step = 0; step < checked.length; step++) {
      boolean exact = workload.kind() != Workload.Kind.TRAIN || step < FIRST_STEPS;
      double tolerance = (exact ? FIRST_STEPS_TOLERANCE : TOLERANCE) * Math.max(largest(reference), 1e-3);
      if (!(Math.abs(checked[step] - reference[step]) <= tolerance)) {
        return String.format(Locale.ROOT, "it does other work than ours: step %d gives %.6f, ours %.6f",
            step + 1, checked[step], reference[step]);
      }
    }
    boolean falls = mean(checked, checked.length - ENDS) < mean(checked, 0);
    if (workload.kind() == Workload.Kind.TRAIN && !falls) {
      return "it doesn't learn: its loss doesn't fall";
    }
    return null;
  }

  /** Differences are measured against the largest loss, probability or element. */
  private static double largest(float[] reference) {
    double largest = 0;
    for (float value : reference) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double mean(float[] values, int from) {
    double sum = 0;
    for (float value : Arrays.copyOfRange(values, from, from + ENDS)) {
      sum += value;
    }
    return sum / ENDS;
  }
}
