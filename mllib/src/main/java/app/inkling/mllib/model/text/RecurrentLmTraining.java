package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.nn.Stateful;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Objective;
import app.inkling.mllib.train.Section;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.TrainingListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains a {@link RecurrentLm} on one long text: cross-entropy of each next word, truncated back-propagation
 * through time (the gradient ends where a window begins, the state does not), Adam, clipped gradients, a rate
 * that falls along half a cosine. The weights that did best on held-out text are kept.
 */
public final class RecurrentLmTraining implements AutoCloseable {
  private static final int STREAMS = 20;
  private static final int STEPS = 35;
  /** Words that one update predicts; there have to be more candidates. */
  public static final int WORDS = STREAMS * STEPS;
  private static final int WARM_UP = 300;
  private static final float LONGEST_GRADIENT = 1;
  private static final String STATES = "states";
  private static final String BEST = "best";

  private final RecurrentLm model;
  private final TextStreams text;
  private final int[] heldOut;
  private final long updates;
  private final String settings;
  private final Trainer trainer;
  private final Batches windows;
  private NextWords recorded;
  private byte[] best;
  private double bestPerplexity = Double.POSITIVE_INFINITY;
  private double heldOutPerplexity;
  private double seconds;

  /**
   * @param text what to learn from, beginning with an end of sentence
   * @param heldOut what to choose the best weights by
   * @param candidates words that each next one is compared with, see {@link SampledSoftmax}; 0, or more than
   *     there are, for
   *     all
   * @param learningRate the highest
   */
  public RecurrentLmTraining(RecurrentLm model, int[] text, int[] heldOut, int epochs, int candidates,
      float learningRate, long seed, Kernels kernels) {
    this.model = model;
    this.heldOut = heldOut;
    this.text = new TextStreams(text, STREAMS, STEPS);
    windows = Batches.inOrder(this.text.windows(), 1);
    updates = (long) epochs * windows.perEpoch();
    settings = text.length + " words, seed " + seed + ", "
        + Stateful.recurrentLayers(model.network()).get(0).describe();
    Schedule schedule = Schedule.cosine(learningRate, Math.min(WARM_UP, updates / 10), updates);
    Objective objective = (graph, examples) -> recorded = new NextWords(graph, candidates);
    trainer = new Trainer(model.network().parameters(), objective, new Adam(), schedule,
        TrainerOptions.DEFAULTS.withBatch(1, 1).withSeed(seed).withKernels(kernels)
            .withClipNorm(LONGEST_GRADIENT));
  }

  /** All pieces of the text at once. An example is the number of a window. */
  private final class NextWords implements Objective.Shard {
    private final RecurrentLm.Window window;
    private final Labels next = new Labels(STREAMS * STEPS);
    private final SampledSoftmax sampled;
    private final Var loss;

    NextWords(Graph graph, int candidates) {
      window = model.new Window(graph, STREAMS, STEPS);
      boolean all = candidates == 0 || candidates >= model.words() - 1;
      sampled = all ? null : new SampledSoftmax(model.network(), window.hidden(), candidates);
      loss = all ? new SoftmaxCrossEntropy().apply(window.logits(), next) : sampled.loss();
    }

    @Override
    public Var loss() {
      return loss;
    }

    @Override
    public void load(int[] numbers, int from, Rng random) {
      text.load(numbers[from], window.words, next);
      if (sampled != null) {
        sampled.load(next, random);
      }
      if (numbers[from] == 0) {
        window.forget();
      }
    }
  }

  public long updates() {
    return updates;
  }

  public long updatesDone() {
    return trainer.steps();
  }

  /** Updates in which the text is read once. */
  public int perEpoch() {
    return windows.perEpoch();
  }

  public boolean finished() {
    return trainer.steps() >= updates;
  }

  /** Of the held-out text, at the end of the last epoch of this run. */
  public double heldOutPerplexity() {
    return heldOutPerplexity;
  }

  /** Words learned from in a second, over all the training. */
  public double wordsPerSecond() {
    return trainer.steps() * (double) STREAMS * STEPS / seconds;
  }

  /** Makes up to {@code count} more updates of this epoch, at whose end it looks for the best weights. */
  public void train(long count, TrainingListener listener) {
    long until = Math.min(trainer.steps() + count, (windows.epoch() + 1L) * windows.perEpoch());
    long start = System.nanoTime();
    trainer.train(windows, Budget.ofSteps(Math.min(updates, until)), step -> {
      recorded.window.goOn();
      listener.onStep(step);
    });
    seconds += (System.nanoTime() - start) / 1e9;
    if (trainer.steps() % windows.perEpoch() == 0) {
      heldOutPerplexity = model.perplexity(heldOut);
      if (heldOutPerplexity < bestPerplexity) {
        bestPerplexity = heldOutPerplexity;
        best = Section.tensors(weights());
      }
    }
  }

  private Map<String, Tensor> weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Parameter parameter : model.network().parameters()) {
      weights.put(parameter.name(), parameter.value());
    }
    return weights;
  }

  /** Gives the model its best weights. */
  public void useBest() throws FormatException {
    Map<String, Tensor> saved = Section.tensors(new Checkpoint().with(BEST, best), BEST);
    for (Parameter parameter : model.network().parameters()) {
      parameter.value().copyFrom(saved.get(parameter.name()));
    }
  }

  /** All that {@link #restore} needs to go on. */
  public Checkpoint save() {
    Map<String, Tensor> states = new LinkedHashMap<>();
    for (Tensor state : recorded.window.states()) {
      states.put(String.valueOf(states.size()), state);
    }
    Checkpoint saved = trainer.save(new Checkpoint(), windows).with(STATES, Section.tensors(states))
        .with(Checkpoint.METADATA, Section.settings(Map.of("begun_with", settings, "seconds", "" + seconds,
            "best_perplexity", "" + bestPerplexity)));
    return best == null ? saved : saved.with(BEST, best);
  }

  /**
   * Goes on where a training of the same text and network saved. Epochs, candidates, rate and dropout may
   * have been others; from here on this one's count.
   *
   * @throws FormatException it was another training, or the checkpoint is damaged
   */
  public void restore(Checkpoint saved) throws FormatException {
    Map<String, String> metadata = Section.settings(saved, Checkpoint.METADATA);
    if (!settings.equals(metadata.get("begun_with"))) {
      throw new FormatException(saved.source(), "a training of " + settings, "one of "
          + metadata.get("begun_with") + "; train into another directory, or delete that file to begin anew");
    }
    List<Tensor> states = List.copyOf(Section.tensors(saved, STATES).values());
    trainer.restore(saved, windows);
    for (int i = 0; i < states.size(); i++) {
      recorded.window.states().get(i).copyFrom(states.get(i));
    }
    seconds = Double.parseDouble(metadata.get("seconds"));
    bestPerplexity = Double.parseDouble(metadata.get("best_perplexity"));
    best = saved.has(BEST) ? saved.section(BEST) : null;
  }

  @Override
  public void close() {
    trainer.close();
  }
}
