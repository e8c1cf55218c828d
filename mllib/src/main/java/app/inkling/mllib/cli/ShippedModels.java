package app.inkling.mllib.cli;

import app.inkling.mllib.cli.tflite.DesktopTfliteEngine;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.personal.GeneralDigits;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The models that the tool carries. */
final class ShippedModels {
  private static final String DIGITS = "models/digits.inkling";
  private static final String DIGITS_TFLITE = "models/digits.tflite";
  private static final String KEYBOARD = "models/keyboard.inkling";

  private static final String GENERAL_DIGITS = "models/general-digits.inkling";

  private ShippedModels() {}

  /** The shipped digits of other people. */
  static GeneralDigits generalDigits() throws IOException {
    return GeneralDigits.load(GENERAL_DIGITS, read(GENERAL_DIGITS));
  }

  /** The shipped digit model. */
  static DigitModel digits() throws IOException {
    return DigitModel.load(read(DIGITS));
  }

  /** The shipped keyboard model. */
  static KeyboardModel keyboard() throws IOException {
    return KeyboardModel.load(read(KEYBOARD));
  }

  /**
   * TensorFlow Lite with a digit model; the caller closes it.
   *
   * @param shipped whether to run the file that the app ships, its checksum verified, rather than to export
   *     the model anew
   */
  static InferenceEngine tfliteEngine(DigitModel model, boolean shipped)
      throws IOException, EngineException, ExportException {
    byte[] file = shipped ? read(DIGITS_TFLITE) : model.toTflite();
    if (shipped) {
      TfliteFile.verify(DIGITS_TFLITE, file, new String(read(DIGITS_TFLITE + ".sha256"),
          StandardCharsets.UTF_8));
    }
    return new DesktopTfliteEngine(file);
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = ShippedModels.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + ": this tool was built without it; name a model with --model");
      }
      return in.readAllBytes();
    }
  }
}
