package app.inkling.mllib.cli;

import app.inkling.mllib.suggest.KeyboardModel;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which keyboard model a command measures. */
final class KeyboardModelOption {
  @Option(names = "--model", paramLabel = "F",
      description = "The keyboard model to measure; the shipped one if absent.")
  private Path file;

  KeyboardModel load() throws IOException {
    return file == null ? ShippedModels.keyboard() : KeyboardModel.load(file);
  }
}
