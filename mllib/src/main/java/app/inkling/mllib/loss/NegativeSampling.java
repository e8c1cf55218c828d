package app.inkling.mllib.loss;

import app.inkling.mllib.autodiff.Op;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Products;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;

/**
 * Tells the right class from a few wrong ones instead of from all, for large vocabularies: the weighted mean
 * over a batch of {@code softplus(-h . e[right]) + sum over the drawn of softplus(h . e[drawn])}, where h is
 * the example's output and e the classes' vectors (Mikolov et al., "Distributed representations of words and
 * phrases", 2013, equation 4). A drawn class that is the right one doesn't count.
 */
public final class NegativeSampling {
  /**
   * @param outputs [N, features]
   * @param table [classes, features], such as an embedding's weight
   * @param labels of N examples, classes from 0
   * @param negatives for N examples; labels and negatives are read again at every forward pass
   * @return [1]
   */
  public Var apply(Var outputs, Var table, Labels labels, Negatives negatives) {
    Shape wanted = Shape.of(negatives.classes(), outputs.shape().last());
    if (outputs.shape().rank() != 2 || outputs.shape().get(0) != labels.size()
        || negatives.examples() != labels.size() || !table.shape().equals(wanted)) {
      throw new ShapeException("NegativeSampling: wants outputs [" + labels.size()
          + " examples, features], a table ["
          + negatives.classes() + " classes, features] and wrong classes for " + labels.size()
          + " examples, got "
          + outputs.shape() + ", " + table.shape() + " and " + negatives.examples()
          + "; is it the same batch?");
    }
    return outputs.graph().record(new SamplingOp(outputs, table, labels, negatives));
  }

  private static final class SamplingOp extends Op {
    private final Labels labels;
    private final Negatives negatives;

    SamplingOp(Var outputs, Var table, Labels labels, Negatives negatives) {
      super(Tensor.zeros(Shape.of(1)), outputs, table);
      this.labels = labels;
      this.negatives = negatives;
    }

    @Override
    protected void forward() {
      labels.requireBelow("NegativeSampling", negatives.classes());
      double sum = 0;
      for (int n = 0; n < labels.size(); n++) {
        double loss = BinaryCrossEntropy.softplus(-score(n, labels.label(n)));
        for (int i = 0; i < negatives.each(); i++) {
          if (negatives.get(n, i) != labels.label(n)) {
            loss += BinaryCrossEntropy.softplus(score(n, negatives.get(n, i)));
          }
        }
        sum += labels.weight(n) * loss;
      }
      double weight = labels.totalWeight();
      output().rows()[0][0] = weight > 0 ? (float) (sum / weight) : 0;
    }

    private double score(int example, int k) {
      float[] h = input(0).rows()[example];
      float[] e = input(1).rows()[k];
      double dot = 0;
      for (int j = 0; j < h.length; j++) {
        dot += (double) h[j] * e[j];
      }
      return dot;
    }

    @Override
    protected void backward() {
      if (wantsGradient(0)) {
        inputGradient(0).fill(0);
      }
      if (wantsGradient(1)) {
        inputGradient(1).fill(0);
      }
      double weight = labels.totalWeight();
      for (int n = 0; n < labels.size(); n++) {
        if (labels.weight(n) > 0) {
          double share = outputGradient().rows()[0][0] * labels.weight(n) / weight;
          int right = labels.label(n);
          add(n, right, share * (BinaryCrossEntropy.sigmoid(score(n, right)) - 1));
          for (int i = 0; i < negatives.each(); i++) {
            int wrong = negatives.get(n, i);
            if (wrong != right) {
              add(n, wrong, share * BinaryCrossEntropy.sigmoid(score(n, wrong)));
            }
          }
        }
      }
    }

    private void add(int example, int k, double slope) {
      int features = input(0).rowLength();
      if (wantsGradient(0)) {
        Products.add1(inputGradient(0).rows()[example], (float) slope, input(1).rows()[k], features);
      }
      if (wantsGradient(1)) {
        Products.add1(inputGradient(1).rows()[k], (float) slope, input(0).rows()[example], features);
      }
    }
  }
}
