package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Updates;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.optim.Sgd;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Descent;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent model that goes on learning while it is judged: each stretch of the text is first predicted and
 * then learned from (Mikolov et al. 2010, section 2; Krause et al. 2018, "Dynamic evaluation of neural
 * sequence models", equation 3 with plain descent):
 *
 * <pre>
 * w = w - rate g + decay (w0 - w)      g the gradient of the stretch, w0 the weights before the text
 * </pre>
 *
 * Nothing is predicted by weights that have seen it, so its perplexity compares with any other. A text
 * repeats itself; the pull back to w0 keeps the model from forgetting the language over it.
 *
 * @param model as before when a text has been read
 * @param rate of each stretch's mean loss, 0 or more
 * @param decay share of the way back to the weights before, 0 to 1
 */
public record DynamicEvaluation(RecurrentLm model, float rate, float decay) {
  /** Words of a stretch. */
  private static final int STEPS = 20;
  private static final float LONGEST_GRADIENT = 1;

  public DynamicEvaluation {
    if (!(rate >= 0 && decay >= 0 && decay <= 1)) {
      throw new IllegalArgumentException("DynamicEvaluation: rate " + rate + ", decay " + decay
          + "; wants 0 or more, and 0 to 1");
    }
  }

  /** Of each word of a text, given all before it. */
  public double[] probabilities(int[] text) {
    List<Parameter> parameters = model.network().parameters();
    List<Tensor> before = new ArrayList<>();
    for (Parameter parameter : parameters) {
      before.add(copy(parameter.value()));
    }
    try {
      return read(text, parameters, before);
    } finally {
      for (int p = 0; p < before.size(); p++) {
        parameters.get(p).value().copyFrom(before.get(p));
      }
    }
  }

  private double[] read(int[] text, List<Parameter> parameters, List<Tensor> before) {
    Graph graph = new Graph(model.kernels());
    RecurrentLm.Window window = model.new Window(graph, 1, STEPS);
    Var logits = window.logits();
    float[][] next = MatrixOps.softmax(logits).value().rows();
    Labels labels = new Labels(STEPS);
    Var loss = new SoftmaxCrossEntropy().apply(logits, labels);
    Descent descent = new Descent(parameters, new Sgd(), LONGEST_GRADIENT);
    double[] probabilities = new double[text.length];
    for (int from = 0; from < text.length; from += STEPS) {
      int steps = window.load(text, from);
      for (int t = 0; t < STEPS; t++) {
        labels.set(t, t < steps ? text[from + t] : 0, t < steps ? 1 : 0);
      }
      graph.forward();
      for (int t = 0; t < steps; t++) {
        probabilities[from + t] = Vocabulary.share(next[t], text[from + t]);
      }
      window.goOn();
      descent.step(graph, loss, rate);
      pullBack(parameters, before);
    }
    return probabilities;
  }

  private void pullBack(List<Parameter> parameters, List<Tensor> before) {
    for (int p = 0; p < before.size(); p++) {
      float[][] weights = parameters.get(p).value().rows();
      for (int row = 0; row < weights.length; row++) {
        Updates.blend(weights[row], 1 - decay, before.get(p).rows()[row], decay, weights[row].length);
      }
    }
  }

  private static Tensor copy(Tensor tensor) {
    Tensor copy = Tensor.zerosLike(tensor);
    copy.copyFrom(tensor);
    return copy;
  }
}
