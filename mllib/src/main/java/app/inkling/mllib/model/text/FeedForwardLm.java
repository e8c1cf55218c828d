package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The first neural language model: the last n - 1 words as vectors side by side, a hidden layer, a softmax
 * (Bengio et al. 2003, "A neural probabilistic language model", equation 1).
 *
 * <pre>
 * x = vectors of the words, [(n - 1) F]
 * y = U tanh(H x + d)  + W x  where there is a skip layer
 * p = softmax(y + b)          or softmax(E y + b) where the way out is tied to the vectors E, y [F]
 * </pre>
 *
 * Words that are used alike get vectors that are alike, so that a sentence teaches it about sentences that it
 * never saw; a table of counts learns of each alone.
 */
public final class FeedForwardLm extends LearnedMarkov {
  private final Embedding embedding;
  private final Sequential hidden;
  private final Dense skip;
  private final boolean tied;
  private final Parameter bias;

  /** What the model is made of. */
  public record Size(int features, int units, boolean skip, boolean tied) {}

  /**
   * With random weights.
   *
   * @param order n, at least 2
   */
  public FeedForwardLm(int order, int words, Size size, Rng random) {
    super(order, words);
    Initializer xavier = Initializer.xavier(random);
    int side = (order - 1) * size.features();
    int outputs = size.tied() ? size.features() : words;
    embedding = new Embedding("words", words, size.features(), xavier);
    hidden = new Sequential("hidden", new Dense("hidden", side, size.units(), true, xavier), new Tanh(),
        new Dense("output", size.units(), outputs, !size.tied(), xavier));
    skip = size.skip() ? new Dense("skip", side, outputs, false, xavier) : null;
    tied = size.tied();
    bias = new Parameter("bias", Tensor.zeros(Shape.of(words)));
  }

  @Override
  Var logits(Var contexts) {
    Var x = SequenceOps.flatten(embedding.apply(contexts));
    Var y = skip == null ? hidden.apply(x) : ElementOps.add(hidden.apply(x), skip.apply(x));
    return tied ? MatrixOps.dense(y, MatrixOps.transpose(contexts.graph().parameter(embedding.weight())),
        contexts.graph().parameter(bias)) : y;
  }

  /** A vector for each word: [words, features]. */
  public Embedding embedding() {
    return embedding;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(embedding.parameters());
    all.addAll(hidden.parameters());
    if (skip != null) {
      all.addAll(skip.parameters());
    }
    if (tied) {
      all.add(bias);
    }
    return all;
  }
}
