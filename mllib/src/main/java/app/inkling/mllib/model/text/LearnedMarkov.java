package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.RowObjective;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Markov model whose probabilities are computed from weights instead of counted: the softmax of a function
 * of the last words, learned by making each next word likely. One thread at a time.
 */
public abstract class LearnedMarkov implements MarkovModel {
  private static final int BATCH = 32;

  private final int order;
  private final int words;
  private Graph graph;
  private Tensor lookedAt;
  private Var next;

  LearnedMarkov(int order, int words) {
    if (order < 2 || words <= Vocabulary.FIRST_WORD) {
      throw new IllegalArgumentException(getClass().getSimpleName() + ": order " + order + ", " + words
          + " words; wants an order of at least 2 and a word behind the " + Vocabulary.FIRST_WORD
          + " reserved numbers");
    }
    this.order = order;
    this.words = words;
  }

  /**
   * @param contexts numbers of the last n - 1 words, the oldest first, {@link Vocabulary#START} for what is
   *     before a sentence, [N, n - 1]
   * @return [N, V]
   */
  abstract Var logits(Var contexts);

  /** What is learned. */
  public abstract List<Parameter> parameters();

  @Override
  public final int order() {
    return order;
  }

  @Override
  public final int words() {
    return words;
  }

  /** Number of weights and biases. */
  public final int parameterCount() {
    return parameters().stream().mapToInt(parameter -> parameter.value().size()).sum();
  }

  /**
   * Reads sentences, as numbers, so many times in batches of {@value #BATCH} words, with Adam.
   *
   * @param learningRate the first; it falls to 0
   */
  public final void train(List<int[]> sentences, int epochs, float learningRate, long seed) {
    List<float[]> contexts = new ArrayList<>();
    List<Integer> following = new ArrayList<>();
    for (int[] sentence : sentences) {
      for (int i = 0; i < sentence.length; i++) {
        contexts.add(row(Arrays.copyOf(sentence, i)));
        following.add(sentence[i]);
      }
    }
    RowObjective objective = RowObjective.classes(this::logits, contexts.toArray(new float[0][]),
        following.stream().mapToInt(Integer::intValue).toArray());
    int batch = Math.min(BATCH, contexts.size());
    Batches batches = new Batches(contexts.size(), batch, seed);
    long updates = (long) epochs * batches.perEpoch();
    Schedule falling = Schedule.cosine(learningRate, 0, updates);
    try (Trainer trainer = new Trainer(parameters(), objective, new Adam(), falling,
        TrainerOptions.DEFAULTS.withBatch(batch, batch).withSeed(seed))) {
      trainer.train(batches, Budget.ofSteps(updates), TrainingListener.NONE);
    }
  }

  /** The last n - 1 words, filled up from the left. */
  private float[] row(int[] context) {
    float[] row = new float[order - 1];
    for (int i = 0; i < row.length; i++) {
      int at = context.length - row.length + i;
      row[i] = at < 0 ? Vocabulary.START : context[at];
    }
    return row;
  }

  private float[] softmax(int[] context) {
    if (graph == null) {
      graph = new Graph();
      lookedAt = Tensor.zeros(Shape.of(1, order - 1));
      next = MatrixOps.softmax(logits(graph.input(lookedAt)));
    }
    lookedAt.copyFrom(row(context));
    graph.forward();
    return next.value().rows()[0];
  }

  @Override
  public final double probability(int[] context, int word) {
    return Vocabulary.share(softmax(context), word);
  }

  @Override
  public final void distribution(int[] context, float[] all) {
    Vocabulary.shares(softmax(context), all);
  }
}
