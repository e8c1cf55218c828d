package app.inkling.mllib.data;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * An array of bytes in the IDX form in which MNIST is published: two zero bytes, the element type (8,
 * unsigned bytes), the number of dimensions, each dimension as four bytes with the highest first, then the
 * elements row-major.
 *
 * @param shape the dimensions, each at least 1
 * @param values the elements, to be read as unsigned; not copied
 */
public record Idx(int[] shape, byte[] values) {
  private static final int UNSIGNED_BYTES = 8;
  /** A thousand times MNIST would not fit the memory of most machines: such a size is a damaged header. */
  private static final long MOST_VALUES = 1L << 30;

  public Idx {
    long size = 1;
    for (int dimension : shape) {
      size *= dimension;
    }
    if (size != values.length) {
      throw new IllegalArgumentException("Idx: shape " + Arrays.toString(shape) + " wants " + size
          + " values, got " + values.length);
    }
  }

  /**
   * Reads a file, packed with gzip or plain.
   *
   * @param dimensions how many the file must have: 3 for images, 1 for labels
   * @throws FormatException naming the file and the offset into its unpacked content
   */
  public static Idx read(Path file, int dimensions) throws IOException {
    return read(file.toString(), GzipOrPlain.open(file), dimensions);
  }

  /**
   * Reads a stream of the plain form to its end, and closes it.
   *
   * @param name of the source, for errors
   */
  public static Idx read(String name, InputStream source, int dimensions) throws IOException {
    try (InputStream in = source) {
      int header = 4 + 4 * dimensions;
      byte[] head = readUpTo(in, header);
      int got = head.length;
      String wanted = "IDX magic number 00 00 08 0" + dimensions;
      if (got < 4) {
        throw FormatException.atOffset(name, got, wanted, "the end of the file");
      }
      if (head[0] != 0 || head[1] != 0 || head[2] != UNSIGNED_BYTES || head[3] != dimensions) {
        String magic = String.format(java.util.Locale.ROOT, "%02x %02x %02x %02x", head[0], head[1], head[2],
            head[3]);
        throw FormatException.atOffset(name, 0, wanted + " (unsigned bytes, " + dimensions + " dimension"
            + (dimensions == 1 ? "" : "s") + ")", magic);
      }
      if (got < header) {
        throw FormatException.atOffset(name, got, "a header of " + header + " bytes", "the end of the file");
      }
      int[] shape = new int[dimensions];
      long size = 1;
      for (int i = 0; i < dimensions; i++) {
        int offset = 4 + 4 * i;
        shape[i] = (head[offset] & 255) << 24 | (head[offset + 1] & 255) << 16 | (head[offset + 2] & 255) << 8
            | head[offset + 3] & 255;
        size *= Math.max(0, shape[i]);
        if (shape[i] < 1 || size > MOST_VALUES) {
          throw FormatException.atOffset(name, offset, "dimensions of at least 1 and at most " + MOST_VALUES
              + " values together", "dimension " + i + " of " + (shape[i] & 0xffffffffL));
        }
      }
      byte[] values = readUpTo(in, (int) size);
      if (values.length < size) {
        throw FormatException.atOffset(name, header + values.length, size + " values as the shape "
            + Arrays.toString(shape) + " says", "the end of the file after " + values.length);
      }
      if (in.read() >= 0) {
        throw FormatException.atOffset(name, header + size, "the end of the file, as the shape "
            + Arrays.toString(shape) + " says", "more bytes");
      }
      return new Idx(shape, values);
    } catch (EOFException | ZipException e) {
      throw new FormatException(name, "whole gzip data", "a broken or cut stream (" + e.getMessage() + ")");
    }
  }

  /** {@code length} bytes, or what there is; grows with what comes, so that a lying header costs nothing. */
  private static byte[] readUpTo(InputStream in, int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int got = 0; got >= 0 && bytes.size() < length; ) {
      got = in.read(buffer, 0, Math.min(buffer.length, length - bytes.size()));
      bytes.write(buffer, 0, Math.max(got, 0));
    }
    return bytes.toByteArray();
  }

  /** Writes the plain form; the caller opens (and packs) and closes {@code out}. */
  public void write(OutputStream out) throws IOException {
    out.write(new byte[] {0, 0, UNSIGNED_BYTES, (byte) shape.length});
    for (int dimension : shape) {
      out.write(new byte[] {(byte) (dimension >>> 24), (byte) (dimension >>> 16), (byte) (dimension >>> 8),
          (byte) dimension});
    }
    out.write(values);
  }
}
