package app.inkling.mllib.data;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** The lines of a file of UTF-8, packed with gzip or plain, one after the other. */
public final class TextLines implements Closeable {
  private final Path file;
  private final LineNumberReader in;

  /** @param file a file; the caller closes these lines */
  public TextLines(Path file) throws IOException {
    this.file = file;
    in = new LineNumberReader(
        new InputStreamReader(GzipOrPlain.open(file), StandardCharsets.UTF_8.newDecoder()));
  }

  /**
   * The next line without its end, null behind the last.
   *
   * @throws FormatException what comes is no UTF-8, or no whole gzip data
   */
  public String next() throws IOException {
    try {
      return in.readLine();
    } catch (CharacterCodingException e) {
      throw new FormatException(after(), "UTF-8 text", "bytes that are none");
    } catch (EOFException | ZipException e) {
      throw new FormatException(after(), "whole gzip data", "a broken or cut stream");
    }
  }

  private String after() {
    return file + ", after line " + in.getLineNumber();
  }

  /** Where the last line stands, for messages: file and line, counted from 1. */
  public String where() {
    return file + ", line " + Math.max(1, in.getLineNumber());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
