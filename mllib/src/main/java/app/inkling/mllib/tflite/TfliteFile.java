package app.inkling.mllib.tflite;

import app.inkling.mllib.data.AtomicFile;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntFunction;

/**
 * A {@code .tflite} file and the checksum beside it. TensorFlow Lite looks at structure only: of files with
 * one bit flipped it accepts more than a third and answers with other numbers, so nothing is run that was not
 * verified here.
 *
 * <p>The checksum of {@code digits.tflite} lies in {@code digits.tflite.sha256}, in the form that
 * {@code sha256sum -c} reads: 64 hexadecimal digits, two spaces, the file's name.
 */
public final class TfliteFile {
  private static final String CHECKSUM_SUFFIX = ".sha256";

  private TfliteFile() { }

  /**
   * Writes the model, then its checksum, each to a temporary file that is synced and renamed: {@code file} is
   * never half written. Cut off between the two, {@link #read} refuses the file until it is exported again.
   */
  public static void write(Path file, byte[] model) throws IOException {
    write(file, ByteBuffer.wrap(model));
  }

  /** The same of a whole buffer, such as {@link ExportedModel#content}; its position stays where it is. */
  public static void write(Path file, ByteBuffer model) throws IOException {
    AtomicFile.write(file, model);
    String line = sha256(model) + "  " + file.getFileName() + "\n";
    AtomicFile.write(checksumFile(file), line.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes a model in the memory that it is given: see {@link ExportOptions#withMemory}. */
  public interface Making {
    ByteBuffer make(IntFunction<ByteBuffer> memory) throws ExportException;
  }

  /**
   * The same of a model that is made meanwhile, outside the heap: in a mapped file beside, which is then gone.
   *
   * @throws ExportException it can't be made
   */
  public static void write(Path file, Making making) throws IOException, ExportException {
    Path beside = file.resolveSibling(file.getFileName() + ".making");
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.READ,
        StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      write(file, making.make(bytes -> room(channel, bytes)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Zeros are written first: a disk that is full says so here, and not in the middle of a mapped page. */
  private static ByteBuffer room(FileChannel channel, int bytes) {
    try {
      ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
      while (channel.size() < bytes) {
        ((Buffer) zeros).rewind(); // Android 8 has no ByteBuffer.rewind() that returns a ByteBuffer
        channel.write(zeros, channel.size());
      }
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws IOException the file or its checksum is missing, or they do not belong together */
  public static byte[] read(Path file) throws IOException {
    byte[] model = Files.readAllBytes(file);
    verify(file.toString(), model, checksum(file));
    return model;
  }

  /** The same outside the heap: mapped, in native order, as TensorFlow Lite wants it. */
  public static ByteBuffer map(Path file) throws IOException {
    ByteBuffer model = AtomicFile.map(file);
    verify(file.toString(), model, checksum(file));
    return model.order(ByteOrder.nativeOrder());
  }

  private static String checksum(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(checksumFile(file)), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new FormatException(file.toString(), "its checksum " + checksumFile(file).getFileName()
          + " beside it", "none; export the model again");
    }
  }

  /**
   * Compares a model with its checksum, for models that are not files (an app's assets).
   *
   * @param name of the model, for the error
   * @param checksum the contents of the {@code .sha256} file
   * @throws FormatException they do not belong together
   */
  public static void verify(String name, byte[] model, String checksum) throws FormatException {
    verify(name, ByteBuffer.wrap(model), checksum);
  }

  /** The same of a whole buffer, such as a mapped file; its position stays where it is. */
  public static void verify(String name, ByteBuffer model, String checksum) throws FormatException {
    String wanted = checksum.trim().split("\\s", 2)[0];
    String got = sha256(model);
    if (!got.equalsIgnoreCase(wanted)) {
      throw new FormatException(name, "SHA-256 " + wanted, got + " over " + model.capacity()
          + " bytes; the file is damaged or was not written to its end, export the model again");
    }
  }

  /** SHA-256 as 64 lower-case hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    return Sha256.of(bytes);
  }

  /** SHA-256 of a whole buffer; its position stays where it is. */
  public static String sha256(ByteBuffer bytes) {
    return Sha256.of(bytes);
  }

  private static Path checksumFile(Path file) {
    return file.resolveSibling(file.getFileName() + CHECKSUM_SUFFIX);
  }
}
