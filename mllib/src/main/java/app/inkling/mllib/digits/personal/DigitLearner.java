package app.inkling.mllib.digits.personal;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.kernel.Softmax;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Objective;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Learner;
import app.inkling.mllib.train.session.Outcomes;
import app.inkling.mllib.train.session.SessionPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A digit model in a session. A quick one trains the dense layers: what the layers before see of an example
 * never changes, so it is computed once and kept. A full one trains all layers on examples that are varied
 * anew each time.
 */
final class DigitLearner implements Learner {
  private static final int BATCH = 64;
  private static final int SHARD = 32;
  private static final float QUICK_RATE = 0.001f;
  private static final float FULL_RATE = 0.0003f;
  private static final float DECAY = 0.01f;
  private static final int AT_ONCE = 16;

  private final SessionPlan plan;
  private final DigitModel model;
  private final List<OwnDrawing> drawings;
  private final GeneralDigits general;
  private final Kernels kernels;
  private final int threads;
  private final DigitParts parts;
  private final List<Parameter> trained;
  private final List<Tensor> start = new ArrayList<>();
  private final Features seeing;
  private final Features deciding;
  private final List<OwnDrawing> training;
  private final SeenExamples seen;
  private final float[][] seenOwn;
  private final float[][] seenGeneral;

  /** @param drawings the plan's training samples and then its held-out ones, in its order */
  DigitLearner(SessionPlan plan, DigitModel model, List<OwnDrawing> drawings, GeneralDigits general,
      Kernels kernels, int threads) {
    this.plan = plan;
    this.model = model;
    this.drawings = drawings;
    this.general = general;
    this.kernels = kernels;
    this.threads = threads;
    parts = DigitParts.of(model);
    trained = plan.depth() == Depth.QUICK ? parts.decides().parameters() : model.network().parameters();
    for (Parameter parameter : trained) {
      Tensor copy = Tensor.zerosLike(parameter.value());
      copy.copyFrom(parameter.value());
      start.add(copy);
    }
    seeing = Features.ofImages(parts.sees(), AT_ONCE, kernels);
    deciding = new Features(parts.decides(), parts.features(), AT_ONCE, kernels);
    training = drawings.subList(0, plan.training().size());
    seen = new SeenExamples(parts, training, general.replay(), new Rng(plan.seed()).split(-1), kernels);
    seenOwn = new float[drawings.size()][];
    seenGeneral = new float[general.measuring().size()][];
  }

  @Override
  public void reset() {
    for (int i = 0; i < start.size(); i++) {
      trained.get(i).value().copyFrom(start.get(i));
    }
  }

  @Override
  public Round round(int[] samples, long seed) {
    int[] examples = new SessionMatter(training, general.replay()).examples(samples);
    Rng root = new Rng(seed);
    boolean quick = plan.depth() == Depth.QUICK;
    Objective objective = quick ? new DigitObjective.Quick(seen, examples)
        : new DigitObjective.Full(seen, examples);
    Trainer trainer = new Trainer(trained, objective, new Adam(DECAY),
        Schedule.cosine(quick ? QUICK_RATE : FULL_RATE, Math.max(1, plan.steps() / 10), plan.steps() + 1),
        TrainerOptions.DEFAULTS.withBatch(BATCH, SHARD).withThreads(threads)
            .withSeed(root.split(0).nextLong()).withKernels(kernels));
    return new Round(trainer, new Batches(examples.length, BATCH, root.split(1).nextLong()));
  }

  @Override
  public Outcomes measure(int[] samples) {
    StrokeRenderer renderer = new StrokeRenderer();
    Outcomes outcomes = outcomes(samples, seenOwn, (sample, image) -> {
      renderer.render(drawings.get(sample).drawing(), image);
      return SessionMatter.classOf(drawings.get(sample).digit());
    });
    for (int i = 0; i < samples.length; i++) {
      OwnDrawing drawing = drawings.get(samples[i]);
      if (DigitReader.tooSmall(drawing.drawing())) {
        outcomes.right()[i] = drawing.digit() == LabelledDrawing.NOT_A_DIGIT ? 1 : 0;
      }
    }
    return outcomes;
  }

  @Override
  public int generalSize() {
    return general.measuring().size();
  }

  @Override
  public Outcomes general(int from, int to) {
    LabelledImages images = general.measuring();
    int[] examples = new int[to - from];
    for (int i = 0; i < examples.length; i++) {
      examples[i] = from + i;
    }
    return outcomes(examples, seenGeneral, (example, image) -> {
      images.copyImage(example, image);
      return images.label(example);
    });
  }

  @Override
  public double chanceLoss() {
    return StrictMath.log(10);
  }

  @Override
  public Checkpoint model() {
    return model.toCheckpoint();
  }

  @Override
  public void close() {}

  /** Makes an example's image and says its class. */
  private interface Source {
    int make(int example, float[] image);
  }

  private Outcomes outcomes(int[] examples, float[][] known, Source source) {
    Outcomes outcomes = Outcomes.room(examples.length);
    float[] image = new float[StrokeRenderer.PIXELS];
    int[] labels = new int[AT_ONCE];
    for (int from = 0; from < examples.length; from += AT_ONCE) {
      int count = Math.min(AT_ONCE, examples.length - from);
      boolean look = plan.depth() == Depth.FULL;
      for (int i = 0; i < count; i++) {
        labels[i] = source.make(examples[from + i], image);
        System.arraycopy(image, 0, seeing.input(i), 0, image.length);
        look |= known[examples[from + i]] == null;
      }
      if (look) {
        seeing.run();
      }
      for (int i = 0; i < count; i++) {
        if (look) {
          known[examples[from + i]] = seeing.output(i).clone();
        }
        System.arraycopy(known[examples[from + i]], 0, deciding.input(i), 0, parts.features());
      }
      deciding.run();
      for (int i = 0; i < count; i++) {
        score(outcomes, from + i, deciding.output(i), labels[i]);
      }
    }
    return outcomes;
  }

  /**
   * Right is what Draw would read rightly, by the network alone: a digit that is refused is not. The memory
   * of the user's drawings is left out, since it knows before and after a session alike what it was shown.
   */
  private void score(Outcomes outcomes, int at, float[] logits, int label) {
    float[] probabilities = new float[DigitModel.CLASSES];
    Softmax.softmax(probabilities, logits, DigitModel.CLASSES);
    outcomes.losses()[at] = -StrictMath.log(Math.max(probabilities[label], Float.MIN_NORMAL));
    int read = DigitGuess.of(probabilities, model.refusalThreshold()).reading();
    outcomes.right()[at] = SessionMatter.classOf(read) == label ? 1 : 0;
    outcomes.of()[at] = 1;
  }
}
