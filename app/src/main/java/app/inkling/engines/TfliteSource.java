package app.inkling.engines;

import app.inkling.common.PackedFiles;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a model's {@code .tflite} file comes from. */
public interface TfliteSource {
  /**
   * The file in a direct buffer in native order, intact; never changed while an engine lives on it.
   *
   * @throws IOException it can't be read, is damaged, or the model can't be expressed in such a file
   */
  ByteBuffer model() throws IOException;

  /** Makes such a file in memory, from position 0 to the limit. */
  interface Exporter {
    ByteBuffer export() throws ExportException;
  }

  /** Writes such a file and its checksum. */
  interface FileExporter {
    void export(Path file) throws IOException, ExportException;
  }

  /**
   * A file packed into the app, compared with its checksum each time.
   *
   * @param file its checksum is in the file of the same name and {@code .sha256}
   */
  static TfliteSource packed(PackedFiles files, String file) {
    return () -> {
      ByteBuffer model = files.map(file);
      String checksum = new String(files.read(file + ".sha256"), StandardCharsets.US_ASCII);
      TfliteFile.verify(file, model, checksum);
      return model;
    };
  }

  /** A file made of the model when an engine first wants it, as of one just trained. */
  static TfliteSource exported(Exporter exporter) {
    return new TfliteSource() {
      private ByteBuffer made;

      @Override
      public synchronized ByteBuffer model() throws IOException {
        if (made == null) {
          ByteBuffer bytes;
          try {
            bytes = exporter.export();
          } catch (ExportException e) {
            throw new IOException(e.getMessage(), e);
          }
          ByteBuffer direct = ByteBuffer.allocateDirect(bytes.limit()).order(ByteOrder.nativeOrder());
          ((Buffer) direct.put(bytes)).rewind();
          made = direct;
        }
        return made.duplicate().order(ByteOrder.nativeOrder());
      }
    };
  }

  /**
   * The same for a large model: made once, kept as a file and mapped, so that it lies outside the heap. A
   * file that is missing or damaged is made anew.
   *
   * @param folder what else lies there is of other versions, and goes
   */
  static TfliteSource kept(Path folder, String name, FileExporter exporter) {
    return new TfliteSource() {
      @Override
      public synchronized ByteBuffer model() throws IOException {
        Path file = folder.resolve(name);
        try {
          return TfliteFile.map(file);
        } catch (FormatException | NoSuchFileException notWhole) {
          write(file);
          return TfliteFile.map(file);
        }
      }

      private void write(Path file) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder)) {
          for (Path other : others) {
            Files.delete(other);
          }
        }
        try {
          exporter.export(file);
        } catch (ExportException e) {
          throw new IOException(e.getMessage(), e);
        }
      }
    };
  }
}
