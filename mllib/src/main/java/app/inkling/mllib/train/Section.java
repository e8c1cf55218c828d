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
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
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
    return write(Integer.BYTES + Long.BYTES * numbers.length, out -> {
      out.writeInt(numbers.length);
      for (long number : numbers) {
        out.writeLong(number);
      }
    });
  }

  public static long[] longs(Checkpoint checkpoint, String section) throws FormatException {
    return read(checkpoint, section, in -> {
      int count = in.getInt();
      if (count < 0 || count > in.remaining() / Long.BYTES) {
        throw new FormatException(place(checkpoint, section), count + " numbers of 8 bytes", in.remaining()
            + " bytes");
      }
      long[] numbers = new long[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = in.getLong();
      }
      return numbers;
    });
  }

  /** Tensors by name, in the map's order. */
  public static byte[] tensors(Map<String, Tensor> tensors) {
    return write(room(tensors), out -> writeTensors(out, tensors));
  }

  public static Map<String, Tensor> tensors(Checkpoint checkpoint, String section) throws FormatException {
    return read(checkpoint, section, in -> readTensors(in, place(checkpoint, section), Section::made));
  }

  /**
   * The same into tensors that are there, by name: of a network there is then never a second one in memory.
   *
   * @throws FormatException they are not the same tensors, or of other shapes
   */
  public static void tensors(Checkpoint checkpoint, String section, Map<String, Tensor> into)
      throws FormatException {
    Map<String, Tensor> read = read(checkpoint, section, in -> readTensors(in, place(checkpoint, section),
        (name, shape, planes) -> {
          Tensor tensor = into.get(name);
          return tensor != null && tensor.shape().equals(shape) ? tensor : null;
        }));
    if (read.size() < into.size()) {
      throw new FormatException(place(checkpoint, section), "the tensors " + into.keySet(),
          "only " + read.keySet());
    }
  }

  private static Tensor made(String name, Shape shape, boolean planes) {
    return planes ? Tensor.planes(shape) : Tensor.zeros(shape);
  }

  public static byte[] optimizer(OptimizerState state) {
    Map<String, Tensor> moments = new LinkedHashMap<>();
    for (Tensor moment : state.moments()) {
      moments.put(String.valueOf(moments.size()), moment);
    }
    return write(Short.BYTES + state.optimizer().length() + Long.BYTES + room(moments), out -> {
      out.writeUTF(state.optimizer());
      out.writeLong(state.steps());
      writeTensors(out, moments);
    });
  }

  /** Bytes that tensors take, if their names are ASCII. */
  private static int room(Map<String, Tensor> tensors) {
    int room = Integer.BYTES;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Shape shape = entry.getValue().shape();
      room += Short.BYTES + entry.getKey().length() + 2 + Integer.BYTES * shape.rank() + Float.BYTES * shape.size();
    }
    return room;
  }

  public static OptimizerState optimizer(Checkpoint checkpoint, String section) throws FormatException {
    return read(checkpoint, section, in -> {
      String optimizer = readName(in);
      long steps = in.getLong();
      List<Tensor> moments = new ArrayList<>(
          readTensors(in, place(checkpoint, section), Section::made).values());
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

  /** Where a tensor that is read goes; null where it is none of those wanted. */
  private interface Room {
    Tensor of(String name, Shape shape, boolean planes);
  }

  private static Map<String, Tensor> readTensors(ByteBuffer in, String place, Room room) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      String name = readName(in);
      byte layout = in.get();
      int[] sizes = new int[in.get() & 0xFF];
      long size = 1;
      for (int dimension = 0; dimension < sizes.length; dimension++) {
        sizes[dimension] = in.getInt();
        size = sizes[dimension] < 1 || size > in.remaining() ? Long.MAX_VALUE / 2 : size * sizes[dimension];
      }
      if (sizes.length == 0 || size > in.remaining() / Float.BYTES || layout != ROWS && layout != PLANES) {
        throw new FormatException(place + ", tensor \"" + name + "\"", "a layout, and a shape for at most "
            + in.remaining() / Float.BYTES + " numbers", "layout " + layout + ", shape "
            + java.util.Arrays.toString(sizes));
      }
      Tensor tensor = room.of(name, Shape.of(sizes), layout == PLANES);
      if (tensor == null) {
        throw new FormatException(place, "only the tensors of this network", "\"" + name + "\" "
            + java.util.Arrays.toString(sizes));
      }
      for (float[] row : tensor.rows()) {
        for (int j = 0; j < row.length; j++) {
          row[j] = in.getFloat();
        }
      }
      tensors.put(name, tensor);
    }
    return tensors;
  }

  private static String readName(ByteBuffer in) throws IOException {
    byte[] utf = new byte[Short.BYTES + (in.getShort(in.position()) & 0xFFFF)];
    in.get(utf);
    return new DataInputStream(new ByteArrayInputStream(utf)).readUTF();
  }

  private static String place(Checkpoint checkpoint, String section) {
    return checkpoint.source() + ", section \"" + section + "\"";
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(ByteBuffer in) throws IOException;
  }

  /** Gives away what it wrote to: a large model's weights would be there a second time as a copy. */
  private static final class Written extends ByteArrayOutputStream {
    Written(int size) {
      super(size);
    }

    byte[] bytes() {
      return count == buf.length ? buf : toByteArray();
    }
  }

  /** @param size of what will be written; another costs copies, no more */
  private static byte[] write(int size, Writing writing) {
    Written bytes = new Written(size);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException impossible) {
      throw new AssertionError("writing to memory", impossible);
    }
    return bytes.bytes();
  }

  private static <T> T read(Checkpoint checkpoint, String section, Reading<T> reading)
      throws FormatException {
    ByteBuffer in = checkpoint.view(section);
    try {
      T value = reading.from(in);
      if (in.hasRemaining()) {
        throw new FormatException(place(checkpoint, section), "its end", in.remaining() + " more bytes");
      }
      return value;
    } catch (FormatException known) {
      throw known;
    } catch (BufferUnderflowException | EOFException end) {
      throw new FormatException(place(checkpoint, section), "more bytes", "its end; it was written wrongly");
    } catch (IOException | IllegalArgumentException other) {
      throw new FormatException(place(checkpoint, section), "values that belong together",
          String.valueOf(other.getMessage()));
    }
  }
}
