package app.inkling.mllib.suggest;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
    String place = file.source() + ", section \"" + Checkpoint.WEIGHTS + "\"";
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file.section(Checkpoint.WEIGHTS)))) {
      WordNet net = new WordNet(Integer.parseInt(sizes.get("words")),
          new WordNet.Size(Integer.parseInt(sizes.get("features")), Integer.parseInt(sizes.get("units"))), 0, new Rng(0));
      for (Parameter parameter : net.network().parameters()) {
        for (float[] row : parameter.value().rows()) {
          read(in, row, parameter.value().shape().rank() == 1);
        }
      }
      if (in.available() > 0) {
        throw new FormatException(place, "its end", in.available() + " more bytes");
      }
      return net;
    } catch (FormatException known) {
      throw known;
    } catch (IOException | IllegalArgumentException e) {
      throw new FormatException(place, "weights for " + sizes, String.valueOf(e.getMessage()));
    }
  }

  private static void read(DataInputStream in, float[] row, boolean exact) throws IOException {
    if (exact) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.readFloat();
      }
      return;
    }
    float scale = in.readFloat();
    byte[] bytes = new byte[row.length];
    in.readFully(bytes);
    for (int i = 0; i < row.length; i++) {
      row[i] = scale * bytes[i];
    }
  }
}
