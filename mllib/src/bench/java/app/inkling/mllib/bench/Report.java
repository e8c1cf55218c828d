package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The figures as Markdown tables. */
final class Report {
  private final Results results;
  private final Processes processes;
  private final Set<Workload> workloads;
  private final List<String> lines = new ArrayList<>();

  Report(Results results, Processes processes, Set<Workload> workloads) {
    this.results = results;
    this.processes = processes;
    this.workloads = workloads;
  }

  /** @param circumstances command, machine and date, a line each */
  String write(List<String> circumstances) throws IOException {
    circumstances.forEach(line -> lines.add("- " + line));
    goals();
    for (Workload workload : workloads) {
      figures(workload);
    }
    footprints();
    missing();
    return String.join("\n", lines) + "\n";
  }

  private void goals() {
    title("Goals");
    row("who", "workload", "wanted", "seen", "lowest to highest round", "");
    row("---", "---", "---", "---:", "---:", "---");
    for (Goal goal : Goal.ALL) {
      if (!workloads.contains(goal.workload())) {
        continue;
      }
      List<Double> seen = goal.seen(results);
      boolean absolute = goal.other() == null;
      String unit = absolute ? " " + goal.workload().unit() : " x";
      row(goal.ours().title(), goal.workload().id(),
          "at least " + trimmed(goal.wanted()) + unit + (absolute ? "" : " " + goal.other().title()),
          seen.isEmpty() ? "" : Numbers.of(Numbers.median(seen)) + unit, range(seen), goal.verdict(seen));
    }
  }

  private void figures(Workload workload) {
    title(workload.id() + ", " + workload.unit());
    row("", "median", "lowest to highest round", "best moment", "plain is so many times as fast",
        "vector is so many times as fast");
    row("---", "---:", "---:", "---:", "---:", "---:");
    for (Participant participant : Participant.values()) {
      if (results.has(workload, participant)) {
        List<Double> medians = results.medians(workload, participant);
        row(participant.title(), Numbers.of(Numbers.median(medians)), range(medians),
            Numbers.of(results.best(workload, participant)), ratio(workload, Participant.PLAIN, participant),
            ratio(workload, Participant.VECTOR, participant));
      }
    }
  }

  private String ratio(Workload workload, Participant ours, Participant other) {
    return ours == other || !results.has(workload, ours) ? ""
        : Numbers.ratio(Numbers.median(results.ratios(workload, ours, other)));
  }

  /** Start, memory and size, as seen in the first workload that was measured. */
  private void footprints() throws IOException {
    Workload workload = workloads.iterator().next();
    title("Footprint in " + workload.id());
    row("", "start to first step, ms", "most memory, MB", "jars, MB");
    row("---", "---:", "---:", "---:");
    for (Participant participant : Participant.values()) {
      if (results.has(workload, participant)) {
        List<Measurement> runs = results.runs(workload, participant);
        row(participant.title(),
            Numbers.of(Numbers.median(runs.stream().map(run -> (double) run.firstBatchMillis()).toList())),
            Numbers.of(Numbers.median(runs.stream().map(run -> (double) run.peakMegabytes()).toList())),
            participant.peer() == null ? "" : Numbers.of(processes.megabytes(participant)));
      }
    }
  }

  private void missing() {
    List<String> reasons = new ArrayList<>();
    for (Workload workload : workloads) {
      for (Participant participant : Participant.values()) {
        String reason = results.failure(workload, participant);
        if (reason != null) {
          reasons.add("- " + workload.id() + ", " + participant.title() + ": " + reason + ".");
        }
      }
    }
    if (!reasons.isEmpty()) {
      title("Not run");
      lines.addAll(reasons);
    }
  }

  private void title(String title) {
    Collections.addAll(lines, "", "## " + title, "");
  }

  private void row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  private static String range(List<Double> values) {
    return values.isEmpty() ? ""
        : Numbers.of(Collections.min(values)) + " to " + Numbers.of(Collections.max(values));
  }

  private static String trimmed(double value) {
    return value == Math.rint(value) ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
