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

  /** As many bytes as there is room for. */
  public void bytes(byte[] to) throws IOException {
    for (int done = 0; done < to.length; ) {
      if (at == end) {
        fill();
      }
      int part = Math.min(end - at, to.length - done);
      System.arraycopy(buffer, at, to, done, part);
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
