package app.inkling.mllib.cli;

import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.digits.personal.GeneralDigits;
import app.inkling.mllib.tflite.TfliteFile;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the sets of other people's digits that go with the digit model. */
@Command(name = "general", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Chooses from MNIST's 60,000 training images the two small sets that sessions of training on "
        + "a phone replay against forgetting and measure it with, and writes them as one file.", ""})
final class DigitsGeneralCommand implements Callable<Integer> {
  private static final int MNIST = 60_000;

  @Option(names = "--images", paramLabel = "F", required = true,
      description = "MNIST's training images, IDX, packed with gzip or plain.")
  private Path images;

  @Option(names = "--labels", paramLabel = "F", required = true,
      description = "Their labels, IDX, packed with gzip or plain.")
  private Path labels;

  @Option(names = "--out", paramLabel = "F", required = true, description = "Where to write.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, UsageException {
    LabelledImages all = LabelledImages.read(images, labels, 10);
    if (all.size() != MNIST) {
      throw new UsageException("digits general: " + images + " holds " + all.size() + " images; wants the "
          + MNIST
          + " of MNIST's training part");
    }
    GeneralDigits general = GeneralDigits.choose(all);
    Checkpoint file = general.toCheckpoint();
    file.write(out);
    Figures figures = new Figures(spec.commandLine().getOut());
    figures.count("replay", general.replay().size());
    figures.count("measuring", general.measuring().size());
    figures.text("sha256", TfliteFile.sha256(file.toBytes()));
    return 0;
  }
}
