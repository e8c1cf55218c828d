package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Workload;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who is measured: this library in its two sets of kernels, and the others. */
enum Participant {
  PLAIN("mllib, plain Java", "app.inkling.mllib.bench.PlainContender", null, Set.of(), List.of()),
  VECTOR("mllib, Vector API", "app.inkling.mllib.bench.VectorContender", null, Set.of(),
      List.of("--add-modules", "jdk.incubator.vector")),
  DJL("DJL/PyTorch", "app.inkling.mllib.bench.djl.DjlContender", "djl", Set.of(), List.of()),
  TENSORFLOW("TensorFlow-Java", "app.inkling.mllib.bench.tensorflow.TensorFlowContender", "tensorflow",
      Set.of(), List.of()),
  DL4J("DL4J", "app.inkling.mllib.bench.dl4j.Dl4jContender", "dl4j", Set.of(), List.of()),
  TFLITE("TensorFlow Lite with XNNPACK", "app.inkling.mllib.bench.TfliteContender", null,
      EnumSet.complementOf(EnumSet.of(Workload.W4_W1, Workload.W4_W2, Workload.W4_W3)), List.of());

  private final String title;
  private final String contender;
  private final String peer;
  private final Set<Workload> lacks;
  private final List<String> flags;

  Participant(String title, String contender, String peer, Set<Workload> lacks, List<String> flags) {
    this.title = title;
    this.contender = contender;
    this.peer = peer;
    this.lacks = lacks;
    this.flags = flags;
  }

  /** As in the tables. */
  String title() {
    return title;
  }

  /** Class name of the {@link app.inkling.mllib.bench.work.Contender}. */
  String contender() {
    return contender;
  }

  /** The folder of its own build under {@code src/bench/peers}, or null if it shares this build's class path. */
  String peer() {
    return peer;
  }

  boolean takesPartIn(Workload workload) {
    return !lacks.contains(workload);
  }

  /** For its JVM. */
  List<String> flags() {
    return flags;
  }
}
