package app.inkling.mllib.digits;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Objective;
import app.inkling.mllib.train.Section;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The recipe of the digit model: AdamW with a warm-up and a cosine over {@link DigitExamples}, dropout, then
 * temperature and threshold of refusal from a part that was left out. Same data, epochs and seed give the
 * same model, to the bit, for any number of threads and any number of interruptions.
 *
 * <pre>{@code
 * try (DigitTraining training = new DigitTraining(images, drawings, 40, 1, 2)) {
 *   while (!training.finished()) training.trainEpoch(report -> {});
 *   DigitModel model = training.model();
 * }
 * }</pre>
 */
public final class DigitTraining implements AutoCloseable {
  /** Fewer images than this cannot be trained on and calibrated with. */
  public static final int FEWEST_IMAGES = 100;

  private static final int BATCH = 64;
  private static final int SHARD = 32;
  private static final float LEARNING_RATE = 0.0015f;
  private static final float WEIGHT_DECAY = 0.01f;
  /** Part of an epoch over which the learning rate rises. */
  private static final float WARM_UP = 0.4f;
  /**
   * One image in this many, from the end, and all drawings of the last writer settle the calibration and
   * train nothing.
   */
  private static final int CALIBRATION_PART = 20;
  private static final int FEWEST_WRITERS = 4;
  /** Share of the digits left out that may be refused. */
  private static final float REFUSED_SHARE = 0.007f;
  private static final String BEGUN_WITH = "begun_with";

  private final LabelledImages images;
  private final List<LabelledDrawing> drawings;
  private final LabelledImages calibrationImages;
  private final List<LabelledDrawing> calibrationDrawings;
  private final int epochs;
  private final long seed;
  private final Kernels kernels;
  private final Sequential network;
  private final Trainer trainer;
  private final Batches batches;

  /**
   * @param images training images with digits as labels, at least {@value #FEWEST_IMAGES}
   * @param drawings training drawings; may be empty
   * @param epochs at least 1; the learning rate's course depends on it
   * @param threads that work at the same time; changes nothing but the time it takes
   */
  public DigitTraining(LabelledImages images, List<LabelledDrawing> drawings, int epochs, long seed,
      int threads) {
    this(images, drawings, epochs, seed, threads, Kernels.PLAIN);
  }

  /**
   * @param kernels the arithmetic to train with; others than the plain set make a slightly different model
   */
  public DigitTraining(LabelledImages images, List<LabelledDrawing> drawings, int epochs, long seed,
      int threads, Kernels kernels) {
    if (epochs < 1 || images.size() < FEWEST_IMAGES) {
      throw new IllegalArgumentException("DigitTraining: " + images.size() + " images for " + epochs
          + " epochs; wants at least " + FEWEST_IMAGES + " and at least 1");
    }
    int leftOut = Math.max(1, images.size() / CALIBRATION_PART);
    String lastWriter = lastWriter(drawings);
    this.images = images.range(0, images.size() - leftOut);
    this.calibrationImages = images.range(images.size() - leftOut, images.size());
    this.drawings = drawings.stream().filter(drawing -> !drawing.writer().equals(lastWriter))
        .collect(Collectors.toList());
    this.calibrationDrawings = drawings.stream()
        .filter(drawing -> drawing.writer().equals(lastWriter)).collect(Collectors.toList());
    this.epochs = epochs;
    this.seed = seed;
    this.kernels = kernels;
    network = DigitNet.create(new Rng(seed));
    batches = new Batches(new DigitExamples(this.images, this.drawings).size(), BATCH, seed);
    long warmUp = Math.max(1, (long) (WARM_UP * batches.perEpoch()));
    trainer = new Trainer(network.parameters(), new Examples(), new Adam(WEIGHT_DECAY),
        Schedule.cosine(LEARNING_RATE, warmUp, steps()),
        TrainerOptions.DEFAULTS.withBatch(BATCH, SHARD).withThreads(threads).withSeed(seed)
            .withKernels(kernels));
  }

  /** Updates of the whole training. */
  public long steps() {
    return (long) epochs * batches.perEpoch();
  }

  /** Updates made so far. */
  public long stepsDone() {
    return trainer.steps();
  }

  /** Epochs finished so far. */
  public int epochsDone() {
    return (int) (trainer.steps() / batches.perEpoch());
  }

  public boolean finished() {
    return trainer.steps() >= steps();
  }

  /** Trains to the end of the current epoch. */
  public void trainEpoch(TrainingListener listener) {
    trainer.train(batches, Budget.ofSteps((long) (epochsDone() + 1) * batches.perEpoch()), listener);
  }

  /** All that {@link #restore} needs to go on. */
  public Checkpoint save() {
    Checkpoint begun = new Checkpoint()
        .with(Checkpoint.METADATA, Section.settings(Map.of(BEGUN_WITH, settings())));
    return trainer.save(begun, batches);
  }

  /**
   * Goes on where a training of the same data and settings saved.
   *
   * @throws FormatException it was another training, or the checkpoint is damaged
   */
  public void restore(Checkpoint saved) throws FormatException {
    String begunWith = Section.settings(saved, Checkpoint.METADATA).get(BEGUN_WITH);
    if (!settings().equals(begunWith)) {
      throw new FormatException(saved.source(), "a training of " + settings(), "one of " + begunWith
          + "; train into another directory, or delete that file to begin anew");
    }
    trainer.restore(saved, batches);
  }

  /** The calibrated model of the weights as they are now; this training is then over. */
  public DigitModel model() {
    Calibration calibration = calibrate();
    for (Layer layer : network.layers()) {
      if (layer instanceof Dense dense && dense.outputs() == DigitModel.CLASSES) {
        divide(dense.weight().value(), calibration.temperature());
        divide(dense.bias().value(), calibration.temperature());
      }
    }
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("trained_with", settings());
    if (kernels != Kernels.PLAIN) {
      notes.put(Checkpoint.KERNELS, kernels.name());
    }
    notes.put("temperature", Float.toString(calibration.temperature()));
    notes.put("calibrated_on", calibrationImages.size() + " images and " + calibrationDrawings.size()
        + " drawings left out");
    return new DigitModel(new Sequential("digits", network, new Softmax()), calibration.refusalThreshold(),
        notes);
  }

  @Override
  public void close() {
    trainer.close();
  }

  /** What makes this training another than others, in one line. */
  private String settings() {
    return images.size() + " images, " + drawings.size() + " drawings, " + epochs + " epochs, seed " + seed;
  }

  private static String lastWriter(List<LabelledDrawing> drawings) {
    List<String> writers = drawings.stream().map(LabelledDrawing::writer).distinct().sorted()
        .collect(Collectors.toList());
    return writers.size() < FEWEST_WRITERS ? "" : writers.get(writers.size() - 1);
  }

  private static void divide(Tensor tensor, float divisor) {
    for (float[] row : tensor.rows()) {
      for (int i = 0; i < row.length; i++) {
        row[i] /= divisor;
      }
    }
  }

  private Calibration calibrate() {
    List<float[]> logits = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    Graph graph = new Graph();
    Tensor input = Tensor.zeros(Shape.of(1, StrokeRenderer.PIXELS));
    Var output = network.apply(graph.input(input));
    float[] image = input.rows()[0];
    for (int i = 0; i < calibrationImages.size(); i++) {
      calibrationImages.copyImage(i, image);
      graph.forward();
      logits.add(output.value().toArray());
      labels.add(calibrationImages.label(i));
    }
    StrokeRenderer renderer = new StrokeRenderer();
    for (LabelledDrawing labelled : calibrationDrawings) {
      if (labelled.digit() != LabelledDrawing.NOT_A_DIGIT) {
        renderer.render(labelled.drawing(), image);
        graph.forward();
        logits.add(output.value().toArray());
        labels.add(labelled.digit());
      }
    }
    return Calibration.of(logits.toArray(new float[0][]),
        labels.stream().mapToInt(Integer::intValue).toArray(), REFUSED_SHARE);
  }

  /** Cross-entropy over examples made on the spot. */
  private final class Examples implements Objective {
    @Override
    public Shard record(Graph graph, int count) {
      Tensor input = Tensor.zeros(Shape.of(count, StrokeRenderer.PIXELS));
      Labels labels = new Labels(count);
      Var loss = new SoftmaxCrossEntropy().apply(network.apply(graph.input(input)), labels);
      DigitExamples examples = new DigitExamples(images, drawings);
      return new Shard() {
        @Override
        public Var loss() {
          return loss;
        }

        @Override
        public void load(int[] indices, int from, Rng random) {
          for (int i = 0; i < count; i++) {
            labels.set(i, examples.make(indices[from + i], random, input.rows()[i]), 1);
          }
        }
      };
    }
  }
}
