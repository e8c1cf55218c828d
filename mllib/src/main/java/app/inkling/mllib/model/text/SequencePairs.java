package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Objective;
import java.util.Arrays;
import java.util.List;

/**
 * Cross-entropy of each next word of a target, its end included, after the right words before it (teacher
 * forcing); the examples are pairs of a source and a target.
 */
public final class SequencePairs implements Objective {
  /** Numbers of words, at least one in the source; neither has a {@link Vocabulary#START}. */
  public record Pair(int[] source, int[] target) {}

  private final Seq2seq net;
  private final List<Pair> pairs;
  private final int targetLength;

  /** @param pairs at least one */
  public SequencePairs(Seq2seq net, List<Pair> pairs) {
    this.net = net;
    this.pairs = List.copyOf(pairs);
    targetLength = 1 + pairs.stream().mapToInt(pair -> pair.target().length).max().orElseThrow(
        () -> new IllegalArgumentException("SequencePairs: wants at least one pair, got none"));
  }

  @Override
  public Batch record(Graph graph, int examples) {
    return new Batch(graph, examples);
  }

  /** Puts a source at the end of a row, behind its padding, whose length is returned. */
  static int place(int[] source, float[] row) {
    int padding = row.length - source.length;
    if (source.length == 0 || padding < 0) {
      throw new IllegalArgumentException("Seq2seq: source has " + source.length + " words; wants 1 to "
          + row.length);
    }
    Arrays.fill(row, 0, padding, Vocabulary.START);
    for (int s = 0; s < source.length; s++) {
      row[padding + s] = source[s];
    }
    return padding;
  }

  /** Some pairs at once. */
  public final class Batch implements Shard {
    private final Tensor source;
    private final Tensor target;
    private final int[] padding;
    private final Labels next;
    private final Var loss;

    Batch(Graph graph, int examples) {
      source = Tensor.zeros(Shape.of(examples, net.sourceLength()));
      target = Tensor.zeros(Shape.of(examples, targetLength));
      padding = new int[examples];
      next = new Labels(examples * targetLength);
      Seq2seq.Encoded encoded = net.encode(graph.input(source), padding);
      loss = new SoftmaxCrossEntropy().apply(
          net.decode(graph.input(target), encoded.code(), encoded).logits(), next);
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
      int examples = padding.length;
      for (int n = 0; n < examples; n++) {
        Pair pair = pairs.get(numbers[from + n]);
        padding[n] = place(pair.source(), source.rows()[n]);
        int[] words = pair.target();
        for (int t = 0; t < targetLength; t++) {
          target.rows()[n][t] = t == 0 || t > words.length ? Vocabulary.START : words[t - 1];
          next.set(t * examples + n, t < words.length ? words[t] : Vocabulary.START,
              t > words.length ? 0 : 1);
        }
      }
    }
  }
}
