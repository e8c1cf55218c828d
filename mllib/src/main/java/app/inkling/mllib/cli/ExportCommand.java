package app.inkling.mllib.cli;

import app.inkling.mllib.data.Idx;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardStep;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.ExportOptions;
import app.inkling.mllib.tflite.Precision;
import app.inkling.mllib.tflite.TfliteExporter;
import app.inkling.mllib.tflite.TfliteFile;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes a model as a file that TensorFlow Lite runs. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Writes a model as a .tflite file for TensorFlow Lite 2.6 or newer, and its SHA-256 "
        + "beside it. A digit model takes an image and gives probabilities; of a keyboard model one step of its "
        + "network is written: a word and a state in, probabilities and the next state out.", ""})
final class ExportCommand implements Callable<Integer> {
  private static final int EXAMPLES = 500;

  @Option(names = "--model", paramLabel = "F",
      description = "The checkpoint to export, of a digit or a keyboard model; the shipped digit model if "
          + "absent.")
  private Path model;

  @Option(names = "--out", paramLabel = "F.tflite", required = true, description = "The file to write.")
  private Path out;

  @Option(names = "--precision", paramLabel = "P", defaultValue = "float32", converter = Precisions.class,
      description = {"How weights are held: float32; float16, half the size; dynamic-int8, a quarter of the "
          + "size, computed in part in integers; or int8, weights and activations in integers (digit models "
          + "alone). Default: ${DEFAULT-VALUE}."})
  private Precision precision;

  @Option(names = "--calibration", paramLabel = "F",
      description = "For int8: an IDX file of images whose first " + EXAMPLES + " show what numbers occur "
          + "between layers; the digits that the tool carries if absent.")
  private Path calibration;

  @Spec private CommandSpec spec;

  /** The names that options have. */
  private static final class Precisions implements ITypeConverter<Precision> {
    @Override
    public Precision convert(String name) {
      for (Precision precision : Precision.values()) {
        if (precision.toString().equals(name)) {
          return precision;
        }
      }
      throw new TypeConversionException("wants one of " + Arrays.toString(Precision.values()) + ", got \""
          + name + "\"");
    }
  }

  @Override
  public Integer call() throws IOException, ExportException, UsageException {
    if (calibration != null && precision != Precision.INT8) {
      throw new UsageException("--calibration is for --precision int8 alone, not for " + precision);
    }
    byte[] file = model == null ? digits(ShippedModels.digits()) : checkpoint(Checkpoint.read(model));
    Path directory = out.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    TfliteFile.write(out, file);
    Figures figures = new Figures(spec.commandLine().getOut());
    figures.text("file", out.toString());
    figures.text("precision", precision.toString());
    figures.count("bytes", file.length);
    figures.text("sha256", TfliteFile.sha256(file));
    return 0;
  }

  private byte[] checkpoint(Checkpoint checkpoint) throws IOException, ExportException, UsageException {
    if (!KeyboardModel.is(checkpoint)) {
      return digits(DigitModel.load(model));
    }
    if (precision == Precision.INT8) {
      throw new UsageException("A keyboard model can't be written in int8, which is for dense and "
          + "convolutional networks; use --precision dynamic-int8");
    }
    return KeyboardStep.of(KeyboardModel.load(model)).export(precision).file();
  }

  private byte[] digits(DigitModel digits) throws IOException, ExportException {
    ExportOptions options = ExportOptions.DEFAULTS.withInput(DigitModel.INPUT).withOutput(DigitModel.OUTPUT);
    return TfliteExporter.export(digits.network(), precision == Precision.INT8
        ? options.withCalibration(examples()) : options.withPrecision(precision)).file();
  }

  private List<float[]> examples() throws IOException {
    LabelledImages images = calibration == null ? ShippedModels.generalDigits().replay() : unlabelled();
    List<float[]> examples = new ArrayList<>();
    for (int i = 0; i < Math.min(EXAMPLES, images.size()); i++) {
      float[] image = new float[images.rows() * images.columns()];
      images.copyImage(i, image);
      examples.add(image);
    }
    return examples;
  }

  private LabelledImages unlabelled() throws IOException {
    Idx images = Idx.read(calibration, 3);
    int[] shape = images.shape();
    return new LabelledImages(shape[1], shape[2], images.values(), new byte[shape[0]]);
  }
}
