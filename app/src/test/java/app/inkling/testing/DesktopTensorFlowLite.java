package app.inkling.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Loads TensorFlow Lite's desktop library into the class loader of this class, once: the JVM lets one loader
 * alone have it. Robolectric's loaders leave {@code org.tensorflow.lite} to that one, see
 * {@link InklingTestRunner}.
 */
public final class DesktopTensorFlowLite {
  private static final String LIBRARY = "/native/lib/libtensorflowlite_jni.so";

  static {
    try (InputStream in = DesktopTensorFlowLite.class.getResourceAsStream(LIBRARY)) {
      if (in == null) {
        throw new IllegalStateException(
            LIBRARY + " is not on the class path; ai.djl.tflite:tflite-native-cpu has it");
      }
      Path file = Files.createTempFile("tensorflowlite", ".so");
      file.toFile().deleteOnExit();
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      System.load(file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DesktopTensorFlowLite() {}

  /** Plain JUnit tests call this before they touch TensorFlow Lite. */
  public static void load() {}
}
