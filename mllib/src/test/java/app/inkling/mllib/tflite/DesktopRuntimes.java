package app.inkling.mllib.tflite;

import static org.junit.Assume.assumeTrue;

import app.inkling.mllib.cli.tflite.DesktopTfliteEngine;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import java.util.List;
import java.util.Map;

/** The TensorFlow Lite runtimes that judge exported files: 2.6 and 2.20, each with and without XNNPACK. */
final class DesktopRuntimes {
  private DesktopRuntimes() { }

  /** Skips the calling test on a platform for which there are no native libraries. */
  static List<InferenceEngine> open(byte[] model) throws EngineException {
    return open(model, Map.of());
  }

  /** @param state input name to the output that holds its next value */
  static List<InferenceEngine> open(byte[] model, Map<String, String> state) throws EngineException {
    requirePlatform();
    return List.of(new Tflite26Engine(model, false, state), new Tflite26Engine(model, true, state),
        new DesktopTfliteEngine(model, false, state), new DesktopTfliteEngine(model, true, state));
  }

  static void requirePlatform() {
    assumeTrue("needs TensorFlow Lite for Linux on x86_64", Tflite26Engine.available());
  }
}
