package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Workload;
import java.util.List;

/**
 * What we want to see: this library so many times as fast as another, or, without another, so many of the
 * workload's units.
 *
 * @param floor the least that is still acceptable; {@code wanted} where nothing less is
 */
record Goal(Participant ours, Workload workload, Participant other, double wanted, double floor) {
  static final List<Goal> ALL = List.of(
      faster(Participant.PLAIN, Workload.W1, Participant.DJL, 1.4),
      faster(Participant.PLAIN, Workload.W1, Participant.DL4J, 4),
      faster(Participant.PLAIN, Workload.W2, Participant.DJL, 1),
      faster(Participant.PLAIN, Workload.W2, Participant.TENSORFLOW, 1),
      faster(Participant.PLAIN, Workload.W3, Participant.DJL, 1.1),
      new Goal(Participant.PLAIN, Workload.W4_W1, Participant.TFLITE, 1, 1 / 1.2),
      faster(Participant.PLAIN, Workload.W4_W2, Participant.TFLITE, 1.5),
      new Goal(Participant.PLAIN, Workload.W4_W3, Participant.TFLITE, 1, 1 / 1.2),
      new Goal(Participant.PLAIN, Workload.W5_SQUARE, null, 90, 90),
      faster(Participant.VECTOR, Workload.W1, Participant.TENSORFLOW, 1.3),
      faster(Participant.VECTOR, Workload.W2, Participant.TENSORFLOW, 2),
      faster(Participant.VECTOR, Workload.W3, Participant.TENSORFLOW, 1.4),
      new Goal(Participant.VECTOR, Workload.W5_SQUARE, null, 220, 220),
      onTwoThreads(Participant.PLAIN_ON_TWO, Workload.W2, Participant.PLAIN),
      onTwoThreads(Participant.PLAIN_ON_TWO, Workload.W3, Participant.PLAIN),
      onTwoThreads(Participant.VECTOR_ON_TWO, Workload.W2, Participant.VECTOR),
      onTwoThreads(Participant.VECTOR_ON_TWO, Workload.W3, Participant.VECTOR));

  private static Goal faster(Participant ours, Workload workload, Participant other, double times) {
    return new Goal(ours, workload, other, times, times);
  }

  /** The floor is for a busy machine. */
  private static Goal onTwoThreads(Participant two, Workload workload, Participant one) {
    return new Goal(two, workload, one, 1.6, 0.9);
  }

  /** Round by round what it is about, or nothing if it wasn't measured. */
  List<Double> seen(Results results) {
    if (!results.has(workload, ours) || other != null && !results.has(workload, other)) {
      return List.of();
    }
    return other == null ? results.medians(workload, ours) : results.ratios(workload, ours, other);
  }

  /** In a word. */
  String verdict(List<Double> seen) {
    if (seen.isEmpty()) {
      return "not run";
    }
    double median = Numbers.median(seen);
    if (median >= wanted) {
      return "met";
    }
    return median >= floor ? "within the floor of " + Numbers.ratio(floor) : "**missed**";
  }
}
