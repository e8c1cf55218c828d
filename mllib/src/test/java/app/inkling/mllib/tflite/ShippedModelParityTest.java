package app.inkling.mllib.tflite;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assume.assumeTrue;

import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.inference.ExportedNetwork;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.suggest.KeyboardModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/**
 * The {@code .tflite} file that is shipped is the shipped checkpoint's, and answers as it does in every
 * runtime.
 */
public class ShippedModelParityTest {
  private static final Path MODELS = Path.of("src/models");

  @Test
  public void shippedFileIsWhatTheExporterMakesOfTheShippedCheckpoint() throws Exception {
    assertArrayEquals(digits().toTflite(), TfliteFile.read(MODELS.resolve("digits.tflite")));
  }

  @Test
  public void shippedFileAgreesOnThousandDigits() throws Exception {
    agrees(DigitImages.committed());
  }

  @Test
  public void shippedFileAgreesOnFiveThousandDigits() throws Exception {
    agrees(DigitImages.validation());
  }

  @Test
  public void shippedKeyboardNetworkAgreesOverManyWords() throws Exception {
    WordNet words = KeyboardModel.load(MODELS.resolve("keyboard.inkling")).network();
    assumeTrue("needs a shipped keyboard with a network", words != null);
    ExportedNetwork step = ExportedNetwork.step(
        new Sequential("keyboard", words.network(), new EachStep(new Softmax())),
        ExportOptions.DEFAULTS.withInput("word").withOutput("probabilities"));
    ModelParity.assertAgrees("keyboard", step, 25, words.words(), 1e-5f);
  }

  private static void agrees(List<float[]> images) throws Exception {
    try (InferenceEngine java = digits().javaEngine()) {
      Parity.assertAgrees("digits", TfliteFile.read(MODELS.resolve("digits.tflite")), java, images);
    }
  }

  private static DigitModel digits() throws IOException {
    return DigitModel.load(MODELS.resolve("digits.inkling"));
  }
}
