package app.inkling.mllib.train;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.optim.OptimizerState;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is inside a {@link Checkpoint}'s sections: text, settings, numbers, tensors, an optimiser's state.
 * Each form has a method that writes it and one that reads it; numbers are big-endian, text is UTF-8.
 */
public final class Section {
  private static final byte ROWS = 0;
  private static final byte PLANES = 1;

  private Section() {}

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static String text(Checkpoint checkpoint, String section) throws FormatException {
    return new String(checkpoint.section(section), StandardCharsets.UTF_8);
  }

  /** Lines {@code name=value}, sorted by name, so that the same settings give the same bytes. */
  public static byte[] settings(Map<String, String> settings) {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
      if (setting.getKey().contains("=") || (setting.getKey() + setting.getValue()).contains("\n")) {
        throw new IllegalArgumentException("Section.settings: \"" + setting.getKey() + "\" = \""
            + setting.getValue()
            + "\"; wants a name without \"=\" and both on one line");
      }
      lines.append(setting.getKey()).append('=').append(setting.getValue()).append('\n');
    }
    return text(lines.toString());
  }

  public static Map<String, String> settings(Checkpoint checkpoint, String section) throws FormatException {
    Map<String, String> settings = new LinkedHashMap<>();
    int line = 0;
    for (String setting : text(checkpoint, section).split("\n")) {
      line++;
      int equals = setting.indexOf('=');
      if (equals >= 0) {
        settings.put(setting.substring(0, equals), setting.substring(equals + 1));
      } else if (!setting.isEmpty()) {
        throw new FormatException(place(checkpoint, section) + ", line " + line, "name=value", "\"" + setting
            + "\"");
      }
    }
    return settings;
  }

  public static byte[] longs(long... numbers) {
    return write(out -> {
      out.writeInt(numbers.length);
      for (long number : numbers) {
        out.writeLong(number);
      }
    });
  }

  public static long[] longs(Checkpoint checkpoint, String section) throws FormatException {
    return read(checkpoint, section, in -> {
      int count = in.readInt();
      if (count < 0 || count > in.available() / Long.BYTES) {
        throw new FormatException(place(checkpoint, section), count + " numbers of 8 bytes", in.available()
            + " bytes");
      }
      long[] numbers = new long[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = in.readLong();
      }
      return numbers;
    });
  }

  /** Tensors by name, in the map's order. */
  public static byte[] tensors(Map<String, Tensor> tensors) {
    return write(out -> writeTensors(out, tensors));
  }

  public static Map<String, Tensor> tensors(Checkpoint checkpoint, String section) throws FormatException {
    return read(checkpoint, section, in -> readTensors(in, place(checkpoint, section)));
  }

  public static byte[] optimizer(OptimizerState state) {
    return write(out -> {
      out.writeUTF(state.optimizer());
      out.writeLong(state.steps());
      Map<String, Tensor> moments = new LinkedHashMap<>();
      for (Tensor moment : state.moments()) {
        moments.put(String.valueOf(moments.size()), moment);
      }
      writeTensors(out, moments);
    });
  }

  public static OptimizerState optimizer(Checkpoint checkpoint, String section) throws FormatException {
    return read(checkpoint, section, in -> {
      String optimizer = in.readUTF();
      long steps = in.readLong();
      List<Tensor> moments = new ArrayList<>(readTensors(in, place(checkpoint, section)).values());
      return new OptimizerState(optimizer, steps, moments);
    });
  }

  private static void writeTensors(DataOutputStream out, Map<String, Tensor> tensors) throws IOException {
    out.writeInt(tensors.size());
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor tensor = entry.getValue();
      out.writeUTF(entry.getKey());
      out.writeByte(tensor.rowLength() == tensor.shape().last() ? ROWS : PLANES);
      out.writeByte(tensor.shape().rank());
      for (int size : tensor.shape().toArray()) {
        out.writeInt(size);
      }
      for (float[] row : tensor.rows()) {
        for (float value : row) {
          out.writeFloat(value);
        }
      }
    }
  }

  private static Map<String, Tensor> readTensors(DataInputStream in, String place) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      byte layout = in.readByte();
      int[] sizes = new int[in.readByte() & 0xFF];
      long size = 1;
      for (int dimension = 0; dimension < sizes.length; dimension++) {
        sizes[dimension] = in.readInt();
        size = sizes[dimension] < 1 || size > in.available() ? Long.MAX_VALUE / 2 : size * sizes[dimension];
      }
      if (sizes.length == 0 || size > in.available() / Float.BYTES || layout != ROWS && layout != PLANES) {
        throw new FormatException(place + ", tensor \"" + name + "\"", "a layout, and a shape for at most "
            + in.available() / Float.BYTES + " numbers", "layout " + layout + ", shape "
            + java.util.Arrays.toString(sizes));
      }
      Shape shape = Shape.of(sizes);
      Tensor tensor = layout == PLANES ? Tensor.planes(shape) : Tensor.zeros(shape);
      for (float[] row : tensor.rows()) {
        for (int j = 0; j < row.length; j++) {
          row[j] = in.readFloat();
        }
      }
      tensors.put(name, tensor);
    }
    return tensors;
  }

  private static String place(Checkpoint checkpoint, String section) {
    return checkpoint.source() + ", section \"" + section + "\"";
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static byte[] write(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException impossible) {
      throw new AssertionError("writing to memory", impossible);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(Checkpoint checkpoint, String section, Reading<T> reading)
      throws FormatException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(checkpoint.section(section)));
    try {
      T value = reading.from(in);
      if (in.available() > 0) {
        throw new FormatException(place(checkpoint, section), "its end", in.available() + " more bytes");
      }
      return value;
    } catch (FormatException known) {
      throw known;
    } catch (EOFException end) {
      throw new FormatException(place(checkpoint, section), "more bytes", "its end; it was written wrongly");
    } catch (IOException | IllegalArgumentException other) {
      throw new FormatException(place(checkpoint, section), "values that belong together",
          String.valueOf(other.getMessage()));
    }
  }
}
