package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All rounds of all participants, and why some are missing. */
final class Results {
  private final Map<Workload, Map<Participant, List<Measurement>>> runs = new EnumMap<>(Workload.class);
  private final Map<Workload, Map<Participant, String>> failures = new EnumMap<>(Workload.class);

  void add(Workload workload, Participant participant, Measurement run) {
    runs.computeIfAbsent(workload, w -> new EnumMap<>(Participant.class))
        .computeIfAbsent(participant, p -> new ArrayList<>()).add(run);
  }

  /** Whoever failed once is not asked again, and has no figure. */
  void fail(Workload workload, Participant participant, String reason) {
    failures.computeIfAbsent(workload, w -> new EnumMap<>(Participant.class)).put(participant, reason);
  }

  String failure(Workload workload, Participant participant) {
    return failures.getOrDefault(workload, Map.of()).get(participant);
  }

  boolean has(Workload workload, Participant participant) {
    return failure(workload, participant) == null && !runs(workload, participant).isEmpty();
  }

  List<Measurement> runs(Workload workload, Participant participant) {
    return runs.getOrDefault(workload, Map.of()).getOrDefault(participant, List.of());
  }

  /** Each round's median. */
  List<Double> medians(Workload workload, Participant participant) {
    return runs(workload, participant).stream().map(Measurement::median).toList();
  }

  /** The best iteration of all rounds. */
  double best(Workload workload, Participant participant) {
    var scores = runs(workload, participant).stream().flatMap(run -> run.scores().stream());
    return (isTime(workload) ? scores.min(Double::compare) : scores.max(Double::compare)).orElseThrow();
  }

  /**
   * How many times as fast the one is as the other, round by round: what disturbs the machine for longer than
   * a round's few minutes disturbs both.
   */
  List<Double> ratios(Workload workload, Participant one, Participant other) {
    List<Double> ones = medians(workload, one);
    List<Double> others = medians(workload, other);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < Math.min(ones.size(), others.size()); round++) {
      double ratio = ones.get(round) / others.get(round);
      ratios.add(isTime(workload) ? 1 / ratio : ratio);
    }
    return ratios;
  }

  static boolean isTime(Workload workload) {
    return workload.kind() == Workload.Kind.ANSWER;
  }
}
