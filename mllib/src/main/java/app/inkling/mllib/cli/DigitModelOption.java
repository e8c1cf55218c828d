package app.inkling.mllib.cli;

import app.inkling.mllib.digits.DigitModel;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which digit model a command works with. */
final class DigitModelOption {
  @Option(names = "--model", paramLabel = "F",
      description = "The checkpoint of a digit model; the shipped one if absent.")
  private Path file;

  boolean shipped() {
    return file == null;
  }

  DigitModel load() throws IOException {
    return shipped() ? ShippedModels.digits() : DigitModel.load(file);
  }
}
