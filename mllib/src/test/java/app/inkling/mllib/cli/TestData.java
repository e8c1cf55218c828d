package app.inkling.mllib.cli;

import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where tests find data: the thousand digits that ship with the models, all else in a folder beside the
 * project that may be absent.
 */
final class TestData {
  private TestData() {}

  /**
   * One of the two shipped sets of digits as a file: {@code replay} or {@code measuring}, then {@code
   * _images} or {@code _labels}; IDX packed with gzip.
   */
  static Path mnist(String name) {
    try {
      Path file = Files.createTempFile(name, ".gz");
      file.toFile().deleteOnExit();
      Files.write(file, Checkpoint.read(module().resolve("src/models/general-digits.inkling")).section(name));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path module() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("src/models")) ? here : here.resolve("mllib");
  }
}
