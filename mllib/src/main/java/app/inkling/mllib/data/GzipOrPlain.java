package app.inkling.mllib.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a file for reading, unpacking it when it begins with gzip's magic number, whatever it is called. */
public final class GzipOrPlain {
  private static final int BUFFER = 1 << 16;

  private GzipOrPlain() {}

  /**
   * @return a stream of the unpacked content; the caller closes it
   * @throws FormatException it is a folder, or begins like gzip and isn't
   */
  public static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FormatException(file.toString(), "a file", "a folder");
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      in.mark(2);
      int first = in.read();
      int second = in.read();
      in.reset();
      boolean packed = first == 0x1f && second == 0x8b;
      return packed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    } catch (EOFException | ZipException e) {
      in.close();
      throw new FormatException(file.toString(), "whole gzip data", "a broken or cut stream");
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
