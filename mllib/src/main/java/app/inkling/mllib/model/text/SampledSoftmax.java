package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.nn.TiedEmbedding;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;

/**
 * Cross-entropy of next words against K candidates instead of all V words (after Jean et al. 2015, "On using
 * very large target vocabulary for neural machine translation", section 3): most of a language model's work is
 * its way out.
 *
 * <p>Candidates are all words T that come next anywhere in the window, and others drawn evenly from the rest.
 * Each of these stands for {@code (V - |T|) / (K - |T|)} words, and so gets the logarithm of that on top of its
 * logit: the sum of exponentials is then right on average.
 */
final class SampledSoftmax {
  private final Tensor candidates;
  private final Tensor weight;
  private final Labels places;
  private final Var loss;
  /** By word: its place among the candidates, or -1. */
  private final int[] placeOf;

  /**
   * @param hidden [T, N, features], to be compared with words
   * @param count K, more than T * N and at most V
   */
  SampledSoftmax(TiedEmbedding network, Var hidden, int count) {
    int rows = hidden.shape().get(0) * hidden.shape().get(1);
    placeOf = new int[network.embedding().words()];
    if (count <= rows || count > placeOf.length - 1) {
      throw new IllegalArgumentException("SampledSoftmax: wants more than " + rows + " candidates, one for each word "
          + "of a window, and at most " + (placeOf.length - 1) + ", the vocabulary, got " + count);
    }
    candidates = Tensor.zeros(Shape.of(1, count));
    weight = Tensor.zeros(Shape.of(count));
    places = new Labels(rows);
    Graph graph = hidden.graph();
    Var numbers = graph.input(candidates);
    Var vectors = SequenceOps.matrix(SequenceOps.embed(numbers, graph.parameter(network.embedding().weight())));
    Var column = ShapeOps.reshape(graph.parameter(network.bias()), Shape.of(placeOf.length, 1));
    Var bias = ShapeOps.reshape(SequenceOps.embed(numbers, column), Shape.of(count));
    Var logits = MatrixOps.dense(SequenceOps.matrix(hidden), MatrixOps.transpose(vectors),
        ElementOps.add(bias, graph.input(weight)));
    loss = new SoftmaxCrossEntropy().apply(logits, places);
  }

  Var loss() {
    return loss;
  }

  /** @param next numbers of the words that come next, all of weight 1 */
  void load(Labels next, Rng random) {
    float[] chosen = candidates.rows()[0];
    float[] extra = weight.rows()[0];
    Arrays.fill(placeOf, -1);
    int count = 0;
    for (int row = 0; row < next.size(); row++) {
      int word = next.label(row);
      if (placeOf[word] < 0) {
        placeOf[word] = count;
        extra[count] = 0;
        chosen[count++] = word;
      }
      places.set(row, placeOf[word], 1);
    }
    float share = (float) StrictMath.log((placeOf.length - 1.0 - count) / (chosen.length - count));
    while (count < chosen.length) {
      int word = random.nextInt(placeOf.length);
      if (placeOf[word] < 0 && word != Vocabulary.START) {
        placeOf[word] = count;
        extra[count] = share;
        chosen[count++] = word;
      }
    }
  }
}
