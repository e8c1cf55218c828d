package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.TrainingListener;
import java.util.Map;

/**
 * The recipe of the keyboard's network: cross-entropy of each next word, back-propagation through the words of a
 * window, Adam, clipped gradients. Sources count by their weight: of weight 0.4, two sentences in five are taken.
 *
 * <p>The learning rate rises over {@value #WARM_UP} updates, stays, and falls in a straight line over the last {@value
 * #FALL_PERCENT} %. So before the fall begins a training is the same whatever its length, and may be lengthened or
 * shortened ({@link #restore} takes what a training of another length saved, up to there).
 */
public final class WordNetTraining implements AutoCloseable {
  /** Words of a window. */
  private static final int STEPS = 32;
  private static final int SHARD = 32;
  private static final int BATCH = 32;
  /** Learning rate where nothing is known better. */
  public static final float LEARNING_RATE = 0.003f;
  private static final int WARM_UP = 300;
  private static final int FALL_PERCENT = 60;
  private static final float LONGEST_GRADIENT = 1;
  private static final float DROPOUT = 0.1f;
  /** A sentence is taken so often in an epoch at most, whatever its source's weight. */
  private static final int MOST_TIMES = 4;
  private static final int HELD_OUT_WINDOWS = 256;
  private static final String BEGUN_WITH = "begun_with";

  private final WordNet net;
  private final Windows windows = new Windows(STEPS);
  private final Windows heldOut = new Windows(STEPS);
  private final Kernels kernels;
  private final String settings;
  private final long updates;
  private final Trainer trainer;
  private final Batches batches;

  /**
   * @param updates of the whole training
   * @param learningRate before it falls
   * @param threads that work at the same time; changes nothing but the time it takes
   */
  public WordNetTraining(Corpus corpus, Vocabulary vocabulary, WordNet.Size size, long updates, float learningRate,
      long seed, int threads, Kernels kernels) {
    this.updates = updates;
    net = new WordNet(vocabulary.size(), size, DROPOUT, new Rng(seed));
    windows.pack(corpus.lines(vocabulary, MOST_TIMES, new Rng(seed).split(1)), new Rng(seed).split(2));
    heldOut.pack(corpus.sample(vocabulary, Corpus.Source::heldOut, 1, new Rng(seed).split(3)), new Rng(seed).split(4));
    this.kernels = kernels;
    int batch = Math.min(BATCH, windows.size());
    batches = new Batches(windows.size(), batch, seed);
    settings = windows.size() + " windows of " + STEPS + " words, " + vocabulary.size() + " words, " + size
        + ", learning rate " + learningRate + ", seed " + seed;
    int shard = batch == BATCH ? SHARD : batch;
    trainer = new Trainer(net.network().parameters(), new NextWordObjective(net, windows), new Adam(), schedule(updates, learningRate),
        TrainerOptions.DEFAULTS.withBatch(batch, shard).withThreads(threads).withSeed(seed)
            .withKernels(kernels).withClipNorm(LONGEST_GRADIENT));
  }

  private static Schedule schedule(long updates, float learningRate) {
    long fall = Math.max(1, updates * FALL_PERCENT / 100);
    Schedule stay = step -> learningRate * Math.min(1, (float) (updates - step) / fall);
    return stay.withWarmUp(Math.max(1, Math.min(WARM_UP, updates)));
  }

  public WordNet net() {
    return net;
  }

  public long updates() {
    return updates;
  }

  public long updatesDone() {
    return trainer.steps();
  }

  public boolean finished() {
    return trainer.steps() >= updates;
  }

  /** Updates in which every window is used once. */
  public int perEpoch() {
    return batches.perEpoch();
  }

  /** Makes up to {@code count} more updates. */
  public void train(long count, TrainingListener listener) {
    trainer.train(batches, Budget.ofSteps(Math.min(updates, trainer.steps() + count)), listener);
  }

  /**
   * Begins with the weights of another training of the same vocabulary and size, before the first update.
   *
   * @throws FormatException the weights don't fit, or the file is damaged
   */
  public void startFrom(Checkpoint other) throws FormatException {
    Map<String, Tensor> weights = Section.tensors(other, Checkpoint.WEIGHTS);
    for (Parameter parameter : net.network().parameters()) {
      Tensor saved = weights.get(parameter.name());
      if (saved == null || !saved.sameLayout(parameter.value())) {
        throw new FormatException(other.source() + ", section \"" + Checkpoint.WEIGHTS + "\"", parameter.toString(),
            saved == null ? "only " + weights.keySet() : saved.toString());
      }
      parameter.value().copyFrom(saved);
    }
  }

  /** All that {@link #restore} needs to go on. */
  public Checkpoint save() {
    return trainer.save(new Checkpoint()
        .with(Checkpoint.METADATA, Section.settings(Map.of(BEGUN_WITH, settings, "updates", "" + updates))), batches);
  }

  /**
   * Goes on where a training of the same data and settings saved.
   *
   * @throws FormatException it was another training, or its learning rate had already begun to fall towards another
   *     end, or the checkpoint is damaged
   */
  public void restore(Checkpoint saved) throws FormatException {
    Map<String, String> metadata = Section.settings(saved, Checkpoint.METADATA);
    if (!settings.equals(metadata.get(BEGUN_WITH))) {
      throw new FormatException(saved.source(), "a training of " + settings, "one of " + metadata.get(BEGUN_WITH)
          + "; train into another directory, or delete that file to begin anew");
    }
    long until = Long.parseLong(metadata.getOrDefault("updates", "0"));
    long done = Section.longs(saved, Checkpoint.CURSOR)[0];
    long common = Math.min(until - until * FALL_PERCENT / 100, updates - updates * FALL_PERCENT / 100);
    if (until != updates && done > common) {
      throw new FormatException(saved.source(), "a training of " + updates + " updates", "one of " + until
          + ", whose learning rate no longer agrees after " + done);
    }
    trainer.restore(saved, batches);
  }

  /** The settings in one line. */
  public String settings() {
    return settings + ", " + updates + " updates";
  }

  @Override
  public void close() {
    trainer.close();
  }

  /**
   * Perplexity of the network as it is now on up to {@value #HELD_OUT_WINDOWS} windows of the held-out part, the
   * unknown word counting as one word; not a number when nothing is held out.
   */
  public double heldOutPerplexity() {
    int count = Math.min(HELD_OUT_WINDOWS, heldOut.size());
    Graph graph = new Graph(kernels);
    NextWordObjective.Batch batch = count == 0 ? null : new NextWordObjective(net, heldOut).record(graph, 1);
    double sum = 0;
    double words = 0;
    for (int i = 0; i < count; i++) {
      batch.load(new int[] {i}, 0, null);
      graph.forward();
      sum += batch.loss().scalar() * batch.words();
      words += batch.words();
    }
    return StrictMath.exp(sum / words);
  }
}
