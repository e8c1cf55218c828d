package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Objective;

/** Cross-entropy of each next word within the windows of a text; the examples are the windows. */
public final class NextWordObjective implements Objective {
  private final WordNet net;
  private final Windows windows;

  public NextWordObjective(WordNet net, Windows windows) {
    this.net = net;
    this.windows = windows;
  }

  @Override
  public Batch record(Graph graph, int examples) {
    return new Batch(graph, examples);
  }

  /** Some windows at once. */
  public final class Batch implements Shard {
    private final Tensor words;
    private final Labels next;
    private final Var loss;

    Batch(Graph graph, int examples) {
      words = Tensor.zeros(Shape.of(examples, windows.length()));
      next = new Labels(windows.length() * examples);
      loss = new SoftmaxCrossEntropy().apply(
          SequenceOps.matrix(net.network().apply(graph.input(words))), next);
    }

    @Override
    public Var loss() {
      return loss;
    }

    /** Words that are predicted. */
    double words() {
      return next.totalWeight();
    }

    @Override
    public void load(int[] numbers, int from, Rng random) {
      int examples = words.shape().get(0);
      int length = windows.length();
      for (int i = 0; i < examples; i++) {
        int[] window = windows.get(numbers[from + i]);
        for (int t = 0; t < length; t++) {
          words.rows()[i][t] = window[t] == Windows.EMPTY ? Vocabulary.START : window[t];
          int following = t + 1 < length ? window[t + 1] : Windows.EMPTY;
          boolean counts = following != Windows.EMPTY && following != Vocabulary.START;
          next.set(t * examples + i, counts ? following : 0, counts ? 1 : 0);
        }
      }
    }
  }
}
