package app.inkling.mllib.cli;

import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a model as a file that TensorFlow Lite runs. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Writes a model as a .tflite file for TensorFlow Lite 2.6 or newer, and its SHA-256 beside "
        + "it.", ""})
final class ExportCommand implements Callable<Integer> {
  @Option(names = "--model", paramLabel = "F",
      description = "The checkpoint to export; the shipped digit model if absent.")
  private Path model;

  @Option(names = "--out", paramLabel = "F.tflite", required = true, description = "The file to write.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, ExportException {
    byte[] file = (model == null ? ShippedModels.digits() : DigitModel.load(model)).toTflite();
    Path directory = out.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    TfliteFile.write(out, file);
    Figures figures = new Figures(spec.commandLine().getOut());
    figures.text("file", out.toString());
    figures.count("bytes", file.length);
    figures.text("sha256", TfliteFile.sha256(file));
    return 0;
  }
}
