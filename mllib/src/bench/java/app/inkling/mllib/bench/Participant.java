package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Workload;
import app.inkling.mllib.bench.work.Workload.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who is measured: this library in its two sets of kernels, and the others. */
enum Participant {
  PLAIN("mllib, plain Java", "PlainContender", null, 1),
  VECTOR("mllib, Vector API", "VectorContender", null, 1),
  DJL("DJL/PyTorch", "djl.DjlContender", "djl", 1),
  TENSORFLOW("TensorFlow-Java", "tensorflow.TensorFlowContender", "tensorflow", 1),
  DL4J("DL4J", "dl4j.Dl4jContender", "dl4j", 1),
  TFLITE("TensorFlow Lite with XNNPACK", "TfliteContender", null, 1),
  PLAIN_ON_TWO("mllib, plain Java, two threads", "PlainContender", null, 2),
  VECTOR_ON_TWO("mllib, Vector API, two threads", "VectorContender", null, 2);

  private static final Set<Workload> WORTH_TWO_THREADS = EnumSet.of(Workload.W2, Workload.W3);

  private final String title;
  private final String contender;
  private final String peer;
  private final int threads;

  Participant(String title, String contender, String peer, int threads) {
    this.title = title;
    this.contender = contender;
    this.peer = peer;
    this.threads = threads;
  }

  /** As in the tables. */
  String title() {
    return title;
  }

  /** Class name of the {@link app.inkling.mllib.bench.work.Contender}. */
  String contender() {
    return Participant.class.getPackageName() + "." + contender;
  }

  /** The folder of its own build in {@code src/bench/peers}, or null if it shares this build's libraries. */
  String peer() {
    return peer;
  }

  int threads() {
    return threads;
  }

  boolean takesPartIn(Workload workload) {
    return switch (this) {
      case TENSORFLOW -> workload.kind() != Kind.MULTIPLY;
      case TFLITE -> workload.kind() == Kind.ANSWER;
      default -> threads == 1 || WORTH_TWO_THREADS.contains(workload);
    };
  }

  /** For its JVM. */
  List<String> flags() {
    return contender.startsWith("Vector") ? List.of("--add-modules", "jdk.incubator.vector") : List.of();
  }
}
