package app.inkling.mllib.suggest;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * A network's weights as one byte each: section {@link Checkpoint#WEIGHTS} holds, for each parameter in its order and
 * each of its rows, a scale (float) and a byte for each number, which is scale * byte, -127 to 127. Biases, rows of few
 * numbers that everything depends on, are stored as floats. Section {@link Checkpoint#ARCHITECTURE} holds the sizes.
 */
final class WordNetFile {
  private static final int LARGEST = 127;

  private WordNetFile() {}

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

  static WordNet read(Checkpoint file) throws FormatException {
    Map<String, String> sizes = Section.settings(file, Checkpoint.ARCHITECTURE);
    ByteBuffer in = ByteBuffer.wrap(file.section(Checkpoint.WEIGHTS));
    String place = file.source() + ", section \"" + Checkpoint.WEIGHTS + "\"";
    WordNet net;
    try {
      net = new WordNet(Integer.parseInt(sizes.get("words")),
          new WordNet.Size(Integer.parseInt(sizes.get("features")), Integer.parseInt(sizes.get("units"))));
      for (Parameter parameter : net.network().parameters()) {
        for (float[] row : parameter.value().rows()) {
          read(in, row, parameter.value().shape().rank() == 1);
        }
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new FormatException(place, "weights for " + sizes, in.limit() + " bytes");
    }
    if (in.hasRemaining()) {
      throw new FormatException(place, "its end", in.remaining() + " more bytes");
    }
    return net;
  }

  private static void read(ByteBuffer in, float[] row, boolean exact) {
    float scale = exact ? 1 : in.getFloat();
    for (int i = 0; i < row.length; i++) {
      row[i] = exact ? in.getFloat() : scale * in.get();
    }
  }
}
