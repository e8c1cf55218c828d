package app.inkling.mllib.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one process measured.
 *
 * @param checked results of the first steps from the shared weights
 * @param scores of each iteration, in the workload's unit
 * @param firstBatchMillis from the start of the process to the end of its first step
 * @param peakMegabytes most memory that the process had
 */
record Measurement(float[] checked, List<Double> scores, long firstBatchMillis, long peakMegabytes) {
  void write(Path file) throws IOException {
    String losses = Stream.of(boxed()).map(String::valueOf).collect(Collectors.joining(" "));
    String rates = scores.stream().map(String::valueOf).collect(Collectors.joining(" "));
    Files.write(file, List.of(losses, rates, Long.toString(firstBatchMillis), Long.toString(peakMegabytes)));
  }

  static Measurement read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] losses = lines.get(0).split(" ");
    float[] checked = new float[losses.length];
    for (int i = 0; i < checked.length; i++) {
      checked[i] = Float.parseFloat(losses[i]);
    }
    return new Measurement(checked, Stream.of(lines.get(1).split(" ")).map(Double::valueOf).toList(),
        Long.parseLong(lines.get(2)), Long.parseLong(lines.get(3)));
  }

  double median() {
    return Numbers.median(scores);
  }

  private Float[] boxed() {
    Float[] boxed = new Float[checked.length];
    Arrays.setAll(boxed, i -> checked[i]);
    return boxed;
  }
}
