package app.inkling.mllib.cli;

import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.digits.personal.DigitTrial;
import app.inkling.mllib.inference.EngineException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures, writer by writer, what learning a hand is worth. */
@Command(name = "personalise", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Gives the app's own policy of learning a hand the first N drawings of each digit of each "
        + "writer, in the file's order, and measures on all the rest, with what the app reads with: the trained "
        + "network, if the session was accepted, and the memory of the drawings. A digit that is refused is an "
        + "error, too. Prints figures for each writer and, last, pooled over all: errors are added up, seconds "
        + "are those of one writer on average. General accuracy is that on the shipped set of other people's "
        + "digits.", ""})
final class DigitsPersonaliseCommand implements Callable<Integer> {
  @Mixin private DigitModelOption model;
  @Mixin private HandOptions writers;

  @Option(names = "--per-class", paramLabel = "N", defaultValue = "5",
      description = "Drawings of each digit to learn from. Default: ${DEFAULT-VALUE}.")
  private int perClass;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
      description = "Of everything random. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--threads", paramLabel = "N", defaultValue = "2",
      description = "Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, EngineException, UsageException {
    Require.atLeast(1, "--per-class", perClass);
    Require.atLeast(1, "--threads", threads);
    Map<String, List<LabelledDrawing>> byWriter = writers.byWriter();
    DigitTrial trial = new DigitTrial(model.load(), ShippedModels.generalDigits(), seed, threads);
    Figures figures = new Figures(spec.commandLine().getOut());
    DigitTrial.Result pooled = DigitTrial.Result.NOTHING;
    try (Progress progress = new Progress(spec.commandLine().getErr(), "writers", byWriter.size())) {
      for (Map.Entry<String, List<LabelledDrawing>> writer : byWriter.entrySet()) {
        DigitTrial.Result result = trial.of(writer.getValue(), perClass);
        figures.text("writer", writer.getKey());
        print(figures, result);
        pooled = pooled.and(result);
        progress.step();
      }
    }
    figures.count("writers", byWriter.size());
    print(figures, pooled);
    return 0;
  }

  private static void print(Figures figures, DigitTrial.Result result) {
    figures.count("learned_from", result.learnedFrom());
    figures.count("measured_on", result.measuredOn());
    figures.count("errors_before", result.errorsBefore());
    figures.count("errors_after", result.errorsAfter());
    figures.percent("error_reduction_percent", result.errorReductionPercent());
    figures.percent("general_accuracy_before_percent", result.generalAccuracyBeforePercent());
    figures.percent("general_accuracy_after_percent", result.generalAccuracyAfterPercent());
    figures.percent("accepted_percent", result.acceptedPercent());
    figures.number("seconds", result.secondsEach(), 2);
  }
}
