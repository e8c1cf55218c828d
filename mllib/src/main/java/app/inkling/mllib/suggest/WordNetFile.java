package app.inkling.mllib.suggest;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * A network's weights as one byte each: section {@link Checkpoint#WEIGHTS} holds, for each parameter in its order and
 * each of its rows, a scale (float) and a byte for each number, which is scale * byte, -127 to 127. Biases, rows of few
 * numbers that everything depends on, are stored as floats. Section {@link Checkpoint#ARCHITECTURE} holds the sizes.
 */
final class WordNetFile {
  private static final int LARGEST = 127;

  private final int words;
  private final WordNet.Size size;
  private final byte[] weights;

  private WordNetFile(int words, WordNet.Size size, byte[] weights) {
    this.words = words;
    this.size = size;
    this.weights = weights;
  }

  static Checkpoint write(WordNet net, Checkpoint file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Parameter parameter : net.network().parameters()) {
        for (float[] row : parameter.value().rows()) {
          write(out, row, parameter.value().shape().rank() == 1);
        }
      }
    } catch (IOException impossible) {
      throw new AssertionError("writing to memory", impossible);
    }
    Map<String, String> sizes = Map.of("words", "" + net.words(), "features", "" + net.size().features(),
        "units", "" + net.size().units());
    return file.with(Checkpoint.ARCHITECTURE, Section.settings(sizes)).with(Checkpoint.WEIGHTS, bytes.toByteArray());
  }

  private static void write(DataOutputStream out, float[] row, boolean exact) throws IOException {
    float largest = 0;
    for (float value : row) {
      largest = Math.max(largest, Math.abs(value));
    }
    float scale = largest == 0 ? 1 : largest / LARGEST;
    if (!exact) {
      out.writeFloat(scale);
    }
    for (float value : row) {
      if (exact) {
        out.writeFloat(value);
      } else {
        out.writeByte(Math.round(value / scale));
      }
    }
  }

  /**
   * Finds the network in a file; {@link #read} makes it.
   *
   * @throws FormatException its weights are not as many as its sizes want
   */
  static WordNetFile in(Checkpoint file) throws FormatException {
    Map<String, String> sizes = Section.settings(file, Checkpoint.ARCHITECTURE);
    byte[] weights = file.section(Checkpoint.WEIGHTS);
    try {
      int words = Integer.parseInt(sizes.get("words"));
      WordNet.Size size = new WordNet.Size(Integer.parseInt(sizes.get("features")),
          Integer.parseInt(sizes.get("units")));
      if (words < 1 || size.features() < 1 || size.units() < 1 || weights.length != bytes(words, size)) {
        throw new IllegalArgumentException(weights.length + " bytes");
      }
      return new WordNetFile(words, size, weights);
    } catch (IllegalArgumentException e) {
      throw new FormatException(file.source() + ", section \"" + Checkpoint.WEIGHTS + "\"", "weights for " + sizes,
          String.valueOf(e.getMessage()));
    }
  }

  private static long bytes(long words, WordNet.Size size) {
    long features = size.features();
    long gates = 3L * size.units();
    long matrices = (words + size.units()) * (Float.BYTES + features) + (features + size.units()) * (Float.BYTES + gates);
    return matrices + Float.BYTES * (words + features + gates);
  }

  int words() {
    return words;
  }

  /** A network of these weights, made anew by each call. */
  WordNet read() {
    WordNet net = new WordNet(words, size);
    ByteBuffer in = ByteBuffer.wrap(weights);
    for (Parameter parameter : net.network().parameters()) {
      boolean exact = parameter.value().shape().rank() == 1;
      for (float[] row : parameter.value().rows()) {
        float scale = exact ? 1 : in.getFloat();
        for (int i = 0; i < row.length; i++) {
          row[i] = exact ? in.getFloat() : scale * in.get();
        }
      }
    }
    return net;
  }
}
