package app.inkling.common;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Files packed into the app: models, notices. Names are relative, such as {@code models/digits.tflite}. */
public interface PackedFiles {
  /** The whole file. */
  byte[] read(String name) throws IOException;

  /** The whole file as a direct buffer in native order, from position 0; mapped where that is possible. */
  ByteBuffer map(String name) throws IOException;
}
