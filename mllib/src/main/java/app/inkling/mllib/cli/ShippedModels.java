package app.inkling.mllib.cli;

import app.inkling.mllib.cli.tflite.DesktopTfliteEngine;
import app.inkling.mllib.digits.DigitCanaries;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.personal.GeneralDigits;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.JavaEngine;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardStep;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.Precision;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * A model that the tool carries, for comparing engines.
   *
   * @param tflite the file that TensorFlow Lite runs
   * @param canaries typical inputs of its signature
   */
  record Shipped(String name, JavaEngine java, byte[] tflite, List<Bindings> canaries) { }

  /** Every network that the app ships, with its Java engine on these kernels. */
  static List<Shipped> all(Kernels kernels) throws IOException, EngineException, ExportException {
    List<Shipped> all = new ArrayList<>();
    DigitModel digits = digits();
    JavaEngine java = new JavaEngine(digits.network(), digits.signature(), kernels);
    all.add(new Shipped("digits", java, verified(DIGITS_TFLITE), DigitCanaries.of(java.signature())));
    WordNet words = keyboard().network();
    if (words != null) {
      all.add(keyboard(words, kernels));
    }
    return all;
  }

  /** One step of the keyboard's network: a word and a state in, probabilities and the next state out. */
  private static Shipped keyboard(WordNet words, Kernels kernels) throws EngineException, ExportException {
    KeyboardStep step = new KeyboardStep(words);
    JavaEngine java = step.javaEngine(kernels);
    return new Shipped("keyboard", java, step.export(Precision.FLOAT32).file(), step.canaries(java));
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
    return new DesktopTfliteEngine(shipped ? verified(DIGITS_TFLITE) : model.toTflite());
  }

  private static byte[] verified(String name) throws IOException {
    byte[] file = read(name);
    TfliteFile.verify(name, file, new String(read(name + ".sha256"), StandardCharsets.UTF_8));
    return file;
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
