package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Workload;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures everyone in turn, round after round, and writes the tables. Arguments: folder of results and logs;
 * document whose tables are replaced; rounds; workloads (such as W1,W4.W2 and a comma at the end; a comma
 * alone for all); seconds of warm-up and again of measurement.
 */
public final class PeerBenchmarks {
  private static final String BEGIN = "<!-- Written by mvn -Pbench verify: -->\n";
  private static final String END = "<!-- End of what it writes. -->\n";
  /** With fewer the document stays as it is. */
  private static final int ROUNDS_TO_PUBLISH = 3;

  private final Results results = new Results();
  private final Processes processes;
  private final Set<Workload> workloads;
  private final int rounds;

  private PeerBenchmarks(Processes processes, Set<Workload> workloads, int rounds) {
    this.processes = processes;
    this.workloads = workloads;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    Path document = Path.of(args[1]);
    int rounds = Integer.parseInt(args[2]);
    // An empty argument would be lost on the way.
    String only = args[3].replaceFirst(",$", "");
    Set<Workload> workloads = workloads(only);
    Processes processes = new Processes(directory, Double.parseDouble(args[4]));
    PeerBenchmarks benchmarks = new PeerBenchmarks(processes, workloads, rounds);
    double loadBefore = load();
    ZonedDateTime begin = ZonedDateTime.now(ZoneOffset.UTC);
    benchmarks.run();
    String command = "mvn -Pbench verify -Dbench.rounds=" + rounds + " -Dbench.seconds=" + args[4]
        + (only.isEmpty() ? "" : " -Dbench.only=" + only);
    String load = String.format(Locale.ROOT, ", load %.1f before and %.1f after", loadBefore, load());
    String tables = new Report(benchmarks.results, processes, workloads).write(List.of(
        "Command: `" + command + "`",
        "Date: " + begin.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)) + " UTC",
        "Machine: " + machine() + load,
        "Java: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        "Rounds: " + rounds + ", each with everyone in turn in a new process"));
    Path draft = directory.resolve("benchmarks.md");
    Files.writeString(draft, tables);
    System.out.println(tables);
    if (workloads.size() == Workload.values().length && rounds >= ROUNDS_TO_PUBLISH) {
      replace(document, tables);
      System.out.println("Written to mllib/docs/benchmarks.md");
    } else {
      System.out.println("Written to mllib/target/bench/benchmarks.md; a run of all workloads in "
          + ROUNDS_TO_PUBLISH + " rounds or more would go to mllib/docs/benchmarks.md");
    }
  }

  /** Whoever names W4 wants all of its parts. */
  private static Set<Workload> workloads(String only) {
    if (only.isBlank()) {
      return EnumSet.allOf(Workload.class);
    }
    Set<Workload> chosen = EnumSet.noneOf(Workload.class);
    for (String name : only.trim().split("\\s*,\\s*")) {
      List<Workload> named = Arrays.stream(Workload.values())
          .filter(w -> w.id().equals(name) || w.id().startsWith(name + ".")).toList();
      if (named.isEmpty()) {
        throw new IllegalArgumentException("bench.only: no workload is called " + name + "; wants some of "
            + Arrays.stream(Workload.values()).map(Workload::id).toList());
      }
      chosen.addAll(named);
    }
    return chosen;
  }

  private void run() throws InterruptedException {
    for (int round = 1; round <= rounds; round++) {
      for (Workload workload : workloads) {
        for (Participant participant : Participant.values()) {
          if (participant.takesPartIn(workload) && results.failure(workload, participant) == null) {
            measure(round, workload, participant);
          }
        }
      }
    }
  }

  private void measure(int round, Workload workload, Participant participant) throws InterruptedException {
    String who = "Round " + round + ", " + workload.id() + ", " + participant.title() + ": ";
    try {
      Measurement run = processes.measure(participant, workload);
      List<Measurement> ours = results.runs(workload, Participant.PLAIN);
      String complaint = SameWork.complaint(workload, (ours.isEmpty() ? run : ours.get(0)).checked(),
          run.checked());
      if (complaint != null) {
        throw new IOException(complaint);
      }
      results.add(workload, participant, run);
      System.out.println(who + Numbers.of(run.median()) + " " + workload.unit());
    } catch (IOException e) {
      results.fail(workload, participant, e.getMessage());
      System.out.println(who + "not run: " + e.getMessage());
    }
  }

  private static void replace(Path document, String tables) throws IOException {
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(document + ": wants the lines \"" + BEGIN.trim() + "\" and \"" + END.trim()
          + "\" around the tables");
    }
    Files.writeString(document, text.substring(0, begin + BEGIN.length()) + "\n" + tables + "\n"
        + text.substring(end));
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String machine() throws IOException {
    return Processor.name() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
        + System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }
}
