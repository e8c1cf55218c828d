package app.inkling.mllib.tflite;

import static org.junit.Assume.assumeTrue;

import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.digits.personal.GeneralDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real digits to run models on, 784 numbers each. */
final class DigitImages {
  private static final Path COMMITTED = Path.of("src/models/general-digits.inkling");
  private static final Path SHARED = Path.of("../../shared/data/mnist");

  private DigitImages() { }

  /** The 1,000 digits that lie in the repository. */
  static List<float[]> committed() throws IOException {
    List<float[]> images = new ArrayList<>();
    GeneralDigits general = GeneralDigits.load(COMMITTED.toString(), Files.readAllBytes(COMMITTED));
    addAll(images, general.replay());
    addAll(images, general.measuring());
    return images;
  }

  /**
   * MNIST's training images 55,000 to 59,999; skips the calling test where the data folder is not beside the
   * checkout.
   */
  static List<float[]> validation() throws IOException {
    Path file = SHARED.resolve("train-images-idx3-ubyte.gz");
    assumeTrue("needs ../shared/data beside the checkout", Files.exists(file));
    List<float[]> images = new ArrayList<>();
    LabelledImages all = LabelledImages.read(file, SHARED.resolve("train-labels-idx1-ubyte.gz"), 10);
    addAll(images, all.range(55_000, 60_000));
    return images;
  }

  private static void addAll(List<float[]> images, LabelledImages set) {
    for (int i = 0; i < set.size(); i++) {
      float[] image = new float[784];
      set.copyImage(i, image);
      images.add(image);
    }
  }
}
