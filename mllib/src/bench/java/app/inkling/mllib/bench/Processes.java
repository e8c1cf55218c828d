package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Workload;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts one {@link Fork} after the other, each with its library's class path and threads. */
final class Processes {
  private static final long TIMEOUT_SECONDS = 120;
  /** Switches of native libraries that a machine may have set for other programs. */
  private static final Pattern FOREIGN_SWITCHES = Pattern.compile("(OPENBLAS|OMP|MKL|KMP|TF|ONEDNN|DNNL)_.*");
  /** JMH and what it needs, which every class path holds. */
  private static final Pattern HARNESS =
      Pattern.compile("test-classes$|/(jmh-core|jopt-simple)-[^/]*\\.jar$");

  private final Path directory;
  private final double seconds;

  /** @param directory for logs and caches; the peers' builds are there */
  Processes(Path directory, double seconds) {
    this.directory = directory;
    this.seconds = seconds;
  }

  /** The jars and folders of a participant, or null if it could not be built. */
  List<String> classPath(Participant participant) throws IOException {
    List<String> own = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    if (participant.peer() == null) {
      return own;
    }
    Path build = directory.resolve(participant.peer());
    Path libraries = build.resolve("classpath");
    if (!Files.exists(libraries)) {
      return null;
    }
    Stream<String> harness = own.stream().filter(entry -> HARNESS.matcher(entry).find());
    return Stream.of(harness, Stream.of(build.resolve("classes").toString()),
        Stream.of(Files.readString(libraries).trim().split(File.pathSeparator)),
        own.stream().filter(entry -> entry.contains("commons-math3"))).flatMap(part -> part).toList();
  }

  /** @throws IOException the process failed; the message is one sentence and names its log */
  Measurement measure(Participant participant, Workload workload) throws IOException, InterruptedException {
    List<String> classPath = classPath(participant);
    if (classPath == null) {
      throw new IOException("its build failed, see " + log(participant.peer() + "/build"));
    }
    String name = participant.name().toLowerCase() + "-" + workload.id();
    Path result = Files.createDirectories(directory.resolve("results")).resolve(name);
    Files.deleteIfExists(result);
    Path log = directory.resolve(name + ".log");
    Process process = builder(participant, workload, classPath, result).redirectErrorStream(true)
        .redirectOutput(log.toFile()).start();
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IOException("it took more than " + TIMEOUT_SECONDS + " seconds, see " + log(name));
    }
    if (process.exitValue() != 0 || !Files.exists(result)) {
      throw new IOException(reason(log) + ", see " + log(name));
    }
    return Measurement.read(result);
  }

  private ProcessBuilder builder(Participant participant, Workload workload, List<String> classPath,
      Path result) throws IOException {
    String threads = Integer.toString(participant.threads());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(participant.flags());
    command.addAll(List.of("-Djmh.ignoreLock=true",
        "-Dorg.bytedeco.javacpp.cachedir=" + directory.resolve("cache")));
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), Fork.class.getName(),
        participant.contender(), workload.name(), threads, Double.toString(seconds),
        result.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> FOREIGN_SWITCHES.matcher(name).matches());
    for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
      environment.put(variable, threads);
    }
    if (participant == Participant.DL4J) {
      // Its OpenBLAS is of 2021 and takes the slowest kernels on processors that it doesn't know.
      environment.put("OPENBLAS_CORETYPE", Processor.has("avx512f") ? "SkylakeX" : "Haswell");
    }
    environment.put("DJL_CACHE_DIR", directory.resolve("cache").toString());
    environment.put("DJL_OFFLINE", "true");
    environment.put("TF_CPP_MIN_LOG_LEVEL", "1");
    return builder;
  }

  /** The first line of a log that names an exception, or a word on what is known. */
  private static String reason(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.matches(".*(Exception|Error)(:.*)?")).findFirst()
          .map(line -> line.replaceFirst("^Exception in thread \"[^\"]*\" ", "")
              .replaceFirst("^([a-z]\\w*\\.)+", ""))
          .orElse("its process ended without a result");
    }
  }

  private static String log(String name) {
    return "mllib/target/bench/" + name + ".log";
  }

  /** Megabytes of a peer's jars. */
  double megabytes(Participant participant) throws IOException {
    Path libraries = directory.resolve(participant.peer()).resolve("classpath");
    long bytes = 0;
    for (String entry : Files.readString(libraries).trim().split(File.pathSeparator)) {
      bytes += Files.size(Path.of(entry));
    }
    return bytes / 1e6;
  }
}
