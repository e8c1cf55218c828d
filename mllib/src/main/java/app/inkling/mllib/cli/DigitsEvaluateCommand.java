package app.inkling.mllib.cli;

import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.Scribbles;
import app.inkling.mllib.data.stroke.StrokeFile;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.digits.DigitScore;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tflite.ExportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a digit model on images, on strokes, or on drawings that are no digit. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Measures a digit model on labelled images, on strokes (through the very code of the app's "
        + "drawing pad), or on generated drawings that are no digit and of kinds that are not trained on.",
        ""})
final class DigitsEvaluateCommand implements Callable<Integer> {
  @Mixin private DigitModelOption model;

  @Option(names = "--images", paramLabel = "F", description = "Images, IDX, packed with gzip or plain.")
  private Path images;

  @Option(names = "--labels", paramLabel = "F", description = "Their labels, IDX, packed with gzip or plain.")
  private Path labels;

  @Option(names = "--range", paramLabel = "A:B", converter = IndexRange.Converter.class,
      description = "Only images A to B-1, counted from 0.")
  private IndexRange range;

  @Option(names = "--strokes", paramLabel = "F",
      description = "Drawings, a stroke file, packed with gzip or plain.")
  private Path strokes;

  @Option(names = "--writers", paramLabel = "W", split = ",",
      description = "Only the drawings of these writers, separated by commas.")
  private Set<String> writers;

  @Option(names = "--not-digits", paramLabel = "SEED:COUNT", converter = SeedAndCount.Converter.class,
      description = "COUNT generated scribbles, letters and symbols; prints how many are refused.")
  private SeedAndCount notDigits;

  @Option(names = "--engine", paramLabel = "NAME", defaultValue = "java",
      description = "What runs the network: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Engine engine;

  @Spec private CommandSpec spec;

  /** What can run the network. */
  enum Engine { java, tflite }

  @Override
  public Integer call() throws IOException, EngineException, ExportException, UsageException {
    int sources = (images != null || labels != null ? 1 : 0) + (strokes != null ? 1 : 0)
        + (notDigits != null ? 1 : 0);
    if (sources != 1 || (images == null) != (labels == null)) {
      throw new UsageException(
          "digits evaluate: wants one of --images with --labels, --strokes, --not-digits");
    }
    if (range != null && images == null || writers != null && strokes == null) {
      throw new UsageException("digits evaluate: --range goes with --images, --writers with --strokes");
    }
    DigitModel digits = model.load();
    try (InferenceEngine running = engine == Engine.java
        ? digits.javaEngine() : ShippedModels.tfliteEngine(digits, model.shipped())) {
      DigitReader reader = new DigitReader(running, digits);
      DigitScore score = new DigitScore();
      long nanos = images != null ? onImages(reader, score)
          : strokes != null ? onStrokes(reader, score) : onScribbles(reader, score);
      print(score, nanos, running.name());
    }
    return 0;
  }

  private long onImages(DigitReader reader, DigitScore score)
      throws IOException, EngineException, UsageException {
    LabelledImages set = LabelledImages.read(images, labels, 10);
    if (set.rows() != StrokeRenderer.SIDE || set.columns() != StrokeRenderer.SIDE) {
      throw new UsageException("digits evaluate: " + images + " holds images of " + set.rows() + " x "
          + set.columns() + "; the model wants " + StrokeRenderer.SIDE + " x " + StrokeRenderer.SIDE);
    }
    if (range != null) {
      range.requireWithin(set.size(), "--range");
      set = set.range(range.start(), range.end());
    }
    float[] image = new float[StrokeRenderer.PIXELS];
    try (Progress progress = new Progress(spec.commandLine().getErr(), "images", set.size())) {
      long start = System.nanoTime();
      for (int i = 0; i < set.size(); i++) {
        set.copyImage(i, image);
        score.add(set.label(i), reader.read(image));
        progress.step();
      }
      return System.nanoTime() - start;
    }
  }

  private long onStrokes(DigitReader reader, DigitScore score)
      throws IOException, EngineException, UsageException {
    List<LabelledDrawing> drawings = StrokeFile.read(strokes);
    if (writers != null) {
      Set<String> unknown = new TreeSet<>(writers);
      unknown.removeAll(drawings.stream().map(LabelledDrawing::writer).collect(Collectors.toSet()));
      if (!unknown.isEmpty()) {
        throw new UsageException("digits evaluate: " + strokes + " has no drawing of "
            + String.join(", ", unknown));
      }
      Set<String> wanted = new HashSet<>(writers);
      drawings = drawings.stream().filter(drawing -> wanted.contains(drawing.writer())).toList();
    }
    if (drawings.isEmpty()) {
      throw new UsageException("digits evaluate: " + strokes + " holds no drawing");
    }
    try (Progress progress = new Progress(spec.commandLine().getErr(), "drawings", drawings.size())) {
      long start = System.nanoTime();
      for (LabelledDrawing labelled : drawings) {
        score.add(labelled.digit(), reader.read(labelled.drawing()));
        progress.step();
      }
      return System.nanoTime() - start;
    }
  }

  private long onScribbles(DigitReader reader, DigitScore score) throws EngineException {
    Rng random = new Rng(notDigits.seed());
    try (Progress progress = new Progress(spec.commandLine().getErr(), "drawings", notDigits.count())) {
      long start = System.nanoTime();
      for (int i = 0; i < notDigits.count(); i++) {
        score.add(LabelledDrawing.NOT_A_DIGIT, reader.read(Scribbles.heldOut(random)));
        progress.step();
      }
      return System.nanoTime() - start;
    }
  }

  private void print(DigitScore score, long nanos, String engineName) {
    Figures figures = new Figures(spec.commandLine().getOut());
    figures.text("engine", engineName);
    if (score.notDigits() > 0) {
      figures.count("not_digits", score.notDigits());
      figures.percent("not_digits_refused_percent", score.notDigitsRefusedPercent());
    }
    figures.count("examples", score.examples());
    figures.percent("error_percent", score.errorPercent());
    figures.percent("accuracy_percent", score.accuracyPercent());
    figures.percent("refused_percent", score.refusedPercent());
    figures.percent("ece_percent", score.ecePercent());
    figures.number("examples_per_second", (score.examples() + score.notDigits()) * 1e9 / nanos, 0);
  }
}
