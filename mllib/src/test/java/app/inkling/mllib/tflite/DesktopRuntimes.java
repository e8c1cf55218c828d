package app.inkling.mllib.tflite;

import static org.junit.Assume.assumeTrue;

import app.inkling.mllib.cli.tflite.DesktopTfliteEngine;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import java.util.List;

/** The TensorFlow Lite runtimes that judge exported files: 2.6 and 2.20, each with and without XNNPACK. */
final class DesktopRuntimes {
  private DesktopRuntimes() { }

  /** Skips the calling test on a platform for which there are no native libraries. */
  static List<InferenceEngine> open(byte[] model) throws EngineException {
    assumeTrue("needs TensorFlow Lite for Linux on x86_64", Tflite26Engine.available());
    return List.of(new Tflite26Engine(model, false), new Tflite26Engine(model, true),
        new DesktopTfliteEngine(model, false), new DesktopTfliteEngine(model, true));
  }
}
