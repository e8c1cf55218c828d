package app.inkling.mllib.data;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads numbers out of what {@link java.util.zip.DeflaterOutputStream} packed. They come out of a buffer: streams over
 * streams call into the unpacking library for each byte, which takes ten times as long.
 */
public final class PackedInput implements Closeable {
  private final Inflater inflater = new Inflater();
  private final byte[] buffer = new byte[1 << 15];
  private int at;
  private int end;

  /** @param packed the whole of it; not to be changed meanwhile */
  public PackedInput(byte[] packed) {
    inflater.setInput(packed);
  }

  /**
   * 0 to 255.
   *
   * @throws EOFException there are no more
   */
  public int unsignedByte() throws IOException {
    if (at == end) {
      fill();
    }
    return buffer[at++] & 0xFF;
  }

  /** Big-endian. */
  public int integer() throws IOException {
    return unsignedByte() << 24 | unsignedByte() << 16 | unsignedByte() << 8 | unsignedByte();
  }

  /** 7 bits a byte, the lowest first; the last byte is the one below 128. */
  public int shortNumber() throws IOException {
    int first = unsignedByte();
    return first < 0x80 ? first : longer(first & 0x7F);
  }

  private int longer(int lowest) throws IOException {
    int number = lowest;
    for (int shift = 7; shift < 32; shift += 7) {
      int part = unsignedByte();
      number |= (part & 0x7F) << shift;
      if (part < 0x80) {
        return number;
      }
    }
    throw new IOException("a number of more than 32 bits");
  }

  /** As many bytes as there is room for. */
  public void bytes(byte[] into) throws IOException {
    bytes(into, 0, into.length);
  }

  public void bytes(byte[] into, int from, int to) throws IOException {
    for (int done = from; done < to; ) {
      if (at == end) {
        fill();
      }
      int part = Math.min(end - at, to - done);
      System.arraycopy(buffer, at, into, done, part);
      at += part;
      done += part;
    }
  }

  private void fill() throws IOException {
    try {
      at = 0;
      end = inflater.inflate(buffer);
    } catch (DataFormatException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
    if (end == 0) {
      throw new EOFException("its end");
    }
  }

  /** Frees what the library holds. */
  @Override
  public void close() {
    inflater.end();
  }
}
