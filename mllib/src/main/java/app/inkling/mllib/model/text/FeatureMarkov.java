package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.List;

/**
 * A log-linear (maximum entropy) model of the next word: features of the words before vote for it (Rosenfeld
 * 1996, "A maximum entropy approach to adaptive statistical language modelling"). With d from 1 to n - 1:
 *
 * <pre>
 * score(w) = bias[w] + sum over d of  at[d, word d before][w]  + anywhere[word d before][w]
 * p(w | h) = e^score(w) / sum of e^score of all words
 * </pre>
 *
 * So it knows that a word stands at a place, and that it stands at any of them. It is softmax regression on
 * those features, convex, so that zeros are as good a start as any; features add up and never meet, which is
 * what {@link FeedForwardLm}'s hidden units are for. n V^2 weights: for small vocabularies.
 */
public final class FeatureMarkov extends LearnedMarkov {
  private final Parameter at;
  private final Parameter anywhere;
  private final Parameter bias;

  /** @param order n, at least 2 */
  public FeatureMarkov(int order, int words) {
    super(order, words);
    at = new Parameter("at", Tensor.zeros(Shape.of((order - 1) * words, words)));
    anywhere = new Parameter("anywhere", Tensor.zeros(Shape.of(words, words)));
    bias = new Parameter("bias", Tensor.zeros(Shape.of(1, words)));
  }

  @Override
  Var logits(Var contexts) {
    int examples = contexts.shape().get(0);
    Tensor places = Tensor.zeros(Shape.of(examples, order() - 1));
    for (float[] row : places.rows()) {
      for (int i = 0; i < row.length; i++) {
        row[i] = i * words();
      }
    }
    Var placed = ElementOps.add(contexts, contexts.graph().input(places));
    Var always = contexts.graph().input(Tensor.zeros(Shape.of(examples, 1)));
    Var sum = SequenceOps.step(SequenceOps.embed(always, contexts.graph().parameter(bias)), 0);
    sum = addSteps(sum, SequenceOps.embed(placed, contexts.graph().parameter(at)));
    return addSteps(sum, SequenceOps.embed(contexts, contexts.graph().parameter(anywhere)));
  }

  private Var addSteps(Var sum, Var votes) {
    Var all = sum;
    for (int i = 0; i < order() - 1; i++) {
      all = ElementOps.add(all, SequenceOps.step(votes, i));
    }
    return all;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(at, anywhere, bias);
  }
}
