package app.inkling.mllib.cli;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.SideBySide;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.digits.NumberReader;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.tensor.Rng;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how well several digits drawn side by side are read as a number. */
@Command(name = "numbers", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Lays 2 to 5 drawings of one writer side by side, at random gaps and heights, and reads them "
        + "as a number, with the code of the app. A number is right if all its digits are.", ""})
final class DigitsNumbersCommand implements Callable<Integer> {
  @Mixin private DigitModelOption model;
  @Mixin private HandOptions writers;

  @Option(names = "--numbers", paramLabel = "SEED:COUNT", converter = SeedAndCount.Converter.class,
      defaultValue = "1:500", description = "COUNT numbers. Default: ${DEFAULT-VALUE}.")
  private SeedAndCount numbers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, EngineException, UsageException {
    List<List<LabelledDrawing>> hands = new ArrayList<>(new TreeMap<>(writers.byWriter()).values());
    DigitModel digits = model.load();
    Rng random = new Rng(numbers.seed());
    int right = 0;
    int rightCount = 0;
    try (InferenceEngine engine = digits.javaEngine();
        Progress progress = new Progress(spec.commandLine().getErr(), "numbers", numbers.count())) {
      NumberReader reader = new NumberReader(new DigitReader(engine, digits));
      for (int i = 0; i < numbers.count(); i++) {
        List<LabelledDrawing> hand = hands.get(random.nextInt(hands.size()));
        List<Drawing> drawings = new ArrayList<>();
        StringBuilder wanted = new StringBuilder();
        for (int left = 2 + random.nextInt(4); left > 0; left--) {
          LabelledDrawing digit = hand.get(random.nextInt(hand.size()));
          drawings.add(digit.drawing());
          wanted.append(digit.digit());
        }
        String read = reader.read(SideBySide.of(drawings, random)).text();
        right += read.contentEquals(wanted) ? 1 : 0;
        rightCount += read.length() == wanted.length() ? 1 : 0;
        progress.step();
      }
    }
    Figures figures = new Figures(spec.commandLine().getOut());
    figures.count("numbers", numbers.count());
    figures.percent("right_percent", 100.0 * right / numbers.count());
    figures.percent("right_length_percent", 100.0 * rightCount / numbers.count());
    return 0;
  }
}
