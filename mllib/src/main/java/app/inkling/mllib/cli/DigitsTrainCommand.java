package app.inkling.mllib.cli;

import app.inkling.mllib.data.AtomicFile;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.Scribbles;
import app.inkling.mllib.data.stroke.StrokeFile;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.digits.DigitScore;
import app.inkling.mllib.digits.DigitTraining;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.TfliteFile;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a digit model and writes it as checkpoint and as file for TensorFlow Lite. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Trains a digit model by our own backpropagation and leaves in DIR: digits.inkling (the "
        + "checkpoint), digits.tflite with its SHA-256, and training.log. After every epoch the training is saved "
        + "as training.inkling; the same command goes on from there, to the same bytes. What is held out trains "
        + "nothing and is measured at the end.", ""})
final class DigitsTrainCommand implements Callable<Integer> {
  private static final String SAVED = "training.inkling";
  private static final int NOT_DIGITS = 2000;
  private static final long NOT_DIGITS_SEED = 1;

  @Option(names = "--images", paramLabel = "F", required = true,
      description = "Training images, IDX, packed with gzip or plain.")
  private Path images;

  @Option(names = "--labels", paramLabel = "F", required = true,
      description = "Their labels, IDX, packed with gzip or plain.")
  private Path labels;

  @Option(names = "--strokes", paramLabel = "F",
      description = "Training drawings, a stroke file, packed or plain. May be given several times.")
  private List<Path> strokes = List.of();

  @Option(names = "--hold-out-images", paramLabel = "A:B", converter = IndexRange.Converter.class,
      description = "Images A to B-1, counted from 0, train nothing.")
  private IndexRange heldOutImages;

  @Option(names = "--hold-out-writers", paramLabel = "W", split = ",",
      description = "Drawings of these writers, separated by commas, train nothing.")
  private Set<String> heldOutWriters = Set.of();

  @Option(names = "--epochs", paramLabel = "N", defaultValue = "30",
      description = "Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(names = "--threads", paramLabel = "N",
      description = "Threads at the same time; any number gives the same model. Default: one a processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", paramLabel = "DIR", required = true,
      description = "Where to write; made if it is not there.")
  private Path out;

  @Mixin private TrainingOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, EngineException, ExportException, UsageException {
    Require.atLeast(1, "--epochs", epochs);
    Require.atLeast(1, "--threads", threads);
    LabelledImages all = LabelledImages.read(images, labels, 10);
    if (all.rows() != StrokeRenderer.SIDE || all.columns() != StrokeRenderer.SIDE) {
      throw new UsageException("digits train: " + images + " holds images of " + all.rows() + " x "
          + all.columns() + "; the model wants " + StrokeRenderer.SIDE + " x " + StrokeRenderer.SIDE);
    }
    LabelledImages heldOut = null;
    LabelledImages training = all;
    if (heldOutImages != null) {
      heldOutImages.requireWithin(all.size(), "--hold-out-images");
      heldOut = all.range(heldOutImages.start(), heldOutImages.end());
      training = all.without(heldOutImages.start(), heldOutImages.end());
    }
    List<LabelledDrawing> trainingDrawings = new ArrayList<>();
    List<LabelledDrawing> heldOutDrawings = new ArrayList<>();
    readStrokes(trainingDrawings, heldOutDrawings);
    if (training.size() < DigitTraining.FEWEST_IMAGES) {
      throw new UsageException("digits train: " + training.size()
          + " images are left to train on; wants at least " + DigitTraining.FEWEST_IMAGES);
    }
    Kernels arithmetic = options.arithmetic();
    Files.createDirectories(out);
    if (!Files.isWritable(out)) {
      throw new AccessDeniedException(out.toString());
    }
    DigitModel model = train(training, trainingDrawings, arithmetic);
    return finish(model, heldOut, heldOutDrawings);
  }

  private void readStrokes(List<LabelledDrawing> training, List<LabelledDrawing> heldOut)
      throws IOException, UsageException {
    Set<String> missing = new TreeSet<>(heldOutWriters);
    for (Path file : strokes) {
      for (LabelledDrawing drawing : StrokeFile.read(file)) {
        missing.remove(drawing.writer());
        (heldOutWriters.contains(drawing.writer()) ? heldOut : training).add(drawing);
      }
    }
    if (!missing.isEmpty()) {
      throw new UsageException("digits train: no drawing of --hold-out-writers "
          + String.join(", ", missing));
    }
  }

  private DigitModel train(LabelledImages training, List<LabelledDrawing> drawings, Kernels arithmetic)
      throws IOException {
    Path saved = out.resolve(SAVED);
    Figures figures = new Figures(spec.commandLine().getOut());
    try (DigitTraining run = new DigitTraining(training, drawings, epochs, options.seed(), threads,
            arithmetic);
        Progress progress = new Progress(spec.commandLine().getErr(), "updates", run.steps())) {
      if (Files.exists(saved)) {
        run.restore(Checkpoint.read(saved));
      }
      while (!run.finished()) {
        double[] loss = new double[1];
        long before = run.stepsDone();
        run.trainEpoch(step -> {
          loss[0] += step.loss();
          progress.stepTo(step.step());
        });
        run.save().write(saved);
        figures.count("epoch", run.epochsDone());
        figures.number("training_loss", loss[0] / (run.stepsDone() - before), 5);
      }
      return run.model();
    }
  }

  private int finish(DigitModel model, LabelledImages heldOut, List<LabelledDrawing> heldOutDrawings)
      throws IOException, EngineException, ExportException {
    StringWriter log = new StringWriter();
    Figures figures = new Figures(new PrintWriter(log));
    figures.count("parameters", model.parameterCount());
    for (Map.Entry<String, String> note : new TreeMap<>(model.metadata()).entrySet()) {
      figures.text(note.getKey(), note.getValue());
    }
    measure(model, heldOut, heldOutDrawings, figures);
    model.toCheckpoint().write(out.resolve("digits.inkling"));
    TfliteFile.write(out.resolve("digits.tflite"), model.toTflite());
    AtomicFile.write(out.resolve("training.log"), log.toString().getBytes(StandardCharsets.UTF_8));
    Files.deleteIfExists(out.resolve(SAVED));
    spec.commandLine().getOut().print(log);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static void measure(DigitModel model, LabelledImages images, List<LabelledDrawing> drawings,
      Figures figures)
      throws EngineException {
    DigitScore overall = new DigitScore();
    try (InferenceEngine engine = model.javaEngine()) {
      DigitReader reader = new DigitReader(engine, model);
      if (images != null) {
        DigitScore score = new DigitScore();
        float[] image = new float[StrokeRenderer.PIXELS];
        for (int i = 0; i < images.size(); i++) {
          images.copyImage(i, image);
          DigitGuess guess = reader.read(image);
          score.add(images.label(i), guess);
          overall.add(images.label(i), guess);
        }
        print(score, "held_out_images.", figures);
      }
      if (!drawings.isEmpty()) {
        DigitScore score = new DigitScore();
        for (LabelledDrawing labelled : drawings) {
          DigitGuess guess = reader.read(labelled.drawing());
          score.add(labelled.digit(), guess);
          overall.add(labelled.digit(), guess);
        }
        print(score, "held_out_writers.", figures);
      }
      DigitScore others = new DigitScore();
      Rng random = new Rng(NOT_DIGITS_SEED);
      for (int i = 0; i < NOT_DIGITS; i++) {
        others.add(LabelledDrawing.NOT_A_DIGIT, reader.read(Scribbles.heldOut(random)));
      }
      figures.percent("not_digits_refused_percent", others.notDigitsRefusedPercent());
    }
    print(overall, "", figures);
  }

  private static void print(DigitScore score, String prefix, Figures figures) {
    figures.count(prefix + "examples", score.examples());
    figures.percent(prefix + "error_percent", score.errorPercent());
    figures.percent(prefix + "accuracy_percent", score.accuracyPercent());
    figures.percent(prefix + "refused_percent", score.refusedPercent());
    figures.percent(prefix + "ece_percent", score.ecePercent());
  }
}
