package app.inkling.mllib.train.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a session changed, meaning by meaning. */
final class Changes {
  private Changes() {}

  static List<Change> of(SessionPlan plan, int[] judging, Outcomes before, Outcomes after) {
    Map<String, int[]> counts = new TreeMap<>();
    for (int i = 0; i < judging.length; i++) {
      int training = plan.training().size();
      Sample sample = judging[i] < training ? plan.training().get(judging[i])
          : plan.heldOut().get(judging[i] - training);
      int[] count = counts.computeIfAbsent(sample.target(), target -> new int[3]);
      count[0] += before.right()[i];
      count[1] += after.right()[i];
      count[2] += before.of()[i];
    }
    List<Change> changes = new ArrayList<>();
    counts.forEach((target, count) -> changes.add(new Change(target, count[0], count[1], count[2])));
    return changes;
  }
}
