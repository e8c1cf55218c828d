package app.inkling.mllib.cli;

import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where tests find data: a thousand digits in the project, all else in a folder beside it that may be absent.
 */
final class TestData {
  private TestData() {}

  /** One of the committed files, such as {@code validation-images-idx3-ubyte.gz}. */
  static Path mnist(String name) {
    return module().resolve("src/test/resources/mnist").resolve(name);
  }

  /** A file of the data folder; where that is absent the test is skipped, by name. */
  static Path shared(String name) {
    String folder = System.getProperty("inkling.data", System.getenv("INKLING_DATA"));
    Path data = folder != null ? Path.of(folder) : module().resolve("../../shared/data").normalize();
    Path file = data.resolve(name);
    assumeTrue("needs " + file + ", which is not here", Files.isRegularFile(file));
    return file;
  }

  private static Path module() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("src/test/resources/mnist")) ? here : here.resolve("mllib");
  }
}
