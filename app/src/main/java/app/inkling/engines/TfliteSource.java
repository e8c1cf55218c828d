package app.inkling.engines;

import app.inkling.common.PackedFiles;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Where a model's {@code .tflite} file comes from. */
public interface TfliteSource {
  /**
   * The file in a direct buffer in native order, intact; never changed while an engine lives on it.
   *
   * @throws IOException it can't be read, is damaged, or the model can't be expressed in such a file
   */
  ByteBuffer model() throws IOException;

  /** Makes such a file in memory. */
  interface Exporter {
    byte[] export() throws ExportException;
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
          try {
            byte[] bytes = exporter.export();
            ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).order(ByteOrder.nativeOrder());
            ((Buffer) direct.put(bytes)).rewind();
            made = direct;
          } catch (ExportException e) {
            throw new IOException(e.getMessage(), e);
          }
        }
        return made.duplicate().order(ByteOrder.nativeOrder());
      }
    };
  }
}
