package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.TrainingListener;
import java.util.List;
import java.util.Map;

/**
 * The recipe of {@link Seq2seq}: cross-entropy with teacher forcing, Adam whose learning rate rises over
 * {@value #WARM_UP} updates and falls along half a cosine, clipped gradients.
 */
public final class Seq2seqTraining implements AutoCloseable {
  /** Pairs of an update. */
  public static final int BATCH = 64;
  private static final int WARM_UP = 100;
  private static final float LONGEST_GRADIENT = 1;

  /**
   * @param sourceLength words of the longest source
   * @param updates of the whole training
   * @param learningRate its highest
   * @param dropout see {@link Seq2seq}
   */
  public record Recipe(Seq2seq.Size size, int sourceLength, boolean attention, float dropout, long updates,
      float learningRate, long seed) {}

  private final Seq2seq net;
  private final Recipe recipe;
  private final String settings;
  private final Kernels kernels;
  private final Trainer trainer;
  private final Batches batches;

  /**
   * @param pairs to learn from, at least {@value #BATCH}
   * @param sourceWords numbers that there are in sources
   * @param targetWords the same of targets
   */
  public Seq2seqTraining(List<SequencePairs.Pair> pairs, int sourceWords, int targetWords, Recipe recipe,
      Kernels kernels) {
    this.recipe = recipe;
    this.kernels = kernels;
    net = new Seq2seq(sourceWords, recipe.sourceLength(), targetWords, recipe.size(), recipe.attention(),
        recipe.dropout(), new Rng(recipe.seed()));
    batches = new Batches(pairs.size(), BATCH, recipe.seed());
    settings = pairs.size() + " pairs, " + sourceWords + " and " + targetWords + " words, " + recipe;
    long warmUp = Math.min(WARM_UP, recipe.updates() - 1);
    trainer = new Trainer(net.parameters(), new SequencePairs(net, pairs), new Adam(),
        Schedule.cosine(recipe.learningRate(), warmUp, recipe.updates()),
        TrainerOptions.DEFAULTS.withBatch(BATCH, BATCH).withSeed(recipe.seed()).withKernels(kernels)
            .withClipNorm(LONGEST_GRADIENT));
  }

  public Seq2seq net() {
    return net;
  }

  public long updatesDone() {
    return trainer.steps();
  }

  public boolean finished() {
    return trainer.steps() >= recipe.updates();
  }

  /** Makes up to {@code count} more updates. */
  public void train(long count, TrainingListener listener) {
    trainer.train(batches, Budget.ofSteps(Math.min(recipe.updates(), trainer.steps() + count)), listener);
  }

  /** Perplexity of each word of these targets, the ends included, after the right words before it. */
  public double perplexity(List<SequencePairs.Pair> pairs) {
    SequencePairs.Batch batch = new SequencePairs(net, pairs).record(new Graph(kernels), 1);
    double nats = 0;
    double words = 0;
    for (int i = 0; i < pairs.size(); i++) {
      batch.load(new int[] {i}, 0, null);
      batch.loss().graph().forward();
      nats += batch.loss().scalar() * batch.words();
      words += batch.words();
    }
    return StrictMath.exp(nats / words);
  }

  /** All that {@link #restore} needs to go on. */
  public Checkpoint save() {
    return trainer.save(new Checkpoint()
        .with(Checkpoint.METADATA, Section.settings(Map.of("begun_with", settings))), batches);
  }

  /**
   * Goes on where a training of the same pairs and recipe saved.
   *
   * @throws FormatException it was another training, or the checkpoint is damaged
   */
  public void restore(Checkpoint saved) throws FormatException {
    String begun = Section.settings(saved, Checkpoint.METADATA).get("begun_with");
    if (!settings.equals(begun)) {
      throw new FormatException(saved.source(), "a training of " + settings, "one of " + begun
          + "; train into another directory, or delete that file to begin anew");
    }
    trainer.restore(saved, batches);
  }

  @Override
  public void close() {
    trainer.close();
  }
}
