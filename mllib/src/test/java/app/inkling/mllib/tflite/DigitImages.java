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
    List<float[]> images = rows(replay(), Integer.MAX_VALUE);
    images.addAll(rows(measuring(), Integer.MAX_VALUE));
    return images;
  }

  /** Those of them that the shipped model was trained on. */
  static LabelledImages replay() throws IOException {
    return general().replay();
  }

  /** Those that it was not. */
  static LabelledImages measuring() throws IOException {
    return general().measuring();
  }

  /** Images of {@link #labelledValidation} alone. */
  static List<float[]> validation() throws IOException {
    return rows(labelledValidation(), Integer.MAX_VALUE);
  }

  /**
   * MNIST's training images 55,000 to 59,999; skips the calling test where the data folder is not beside the
   * checkout.
   */
  static LabelledImages labelledValidation() throws IOException {
    Path file = SHARED.resolve("train-images-idx3-ubyte.gz");
    assumeTrue("needs ../shared/data beside the checkout", Files.exists(file));
    return LabelledImages.read(file, SHARED.resolve("train-labels-idx1-ubyte.gz"), 10).range(55_000, 60_000);
  }

  /** The first images of a set, at most {@code count}. */
  static List<float[]> rows(LabelledImages set, int count) {
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < Math.min(count, set.size()); i++) {
      float[] image = new float[784];
      set.copyImage(i, image);
      images.add(image);
    }
    return images;
  }

  private static GeneralDigits general() throws IOException {
    return GeneralDigits.load(COMMITTED.toString(), Files.readAllBytes(COMMITTED));
  }
}
