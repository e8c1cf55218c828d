package app.inkling.mllib.contract;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.BinaryCrossEntropy;
import app.inkling.mllib.loss.Huber;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.MulticlassHinge;
import app.inkling.mllib.loss.NegativeSampling;
import app.inkling.mllib.loss.Negatives;
import app.inkling.mllib.loss.PolicyGradient;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.loss.WeightPenalty;
import app.inkling.mllib.oracle.Naive;
import app.inkling.mllib.oracle.Scalar;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every loss, each with its oracle of scalars. */
final class LossCases {
  static final int OUTPUTS = 5;

  /** 1, 0, 3, 4, ...: one of the examples doesn't count. */
  private static float weight(int example) {
    return example == 1 ? 0 : example + 1;
  }

  private LossCases() {
  }

  static final class CrossEntropyCase implements LossCase {
    private final int classes;
    private final float smoothing;
    private final boolean weighted;

    CrossEntropyCase(int classes, float smoothing, boolean weighted) {
      this.classes = classes;
      this.smoothing = smoothing;
      this.weighted = weighted;
    }

    @Override
    public int outputs() {
      return classes;
    }

    private Labels labels(int examples, Rng targets) {
      Labels labels = new Labels(examples);
      for (int n = 0; n < examples; n++) {
        labels.set(n, targets.nextInt(classes), weighted ? weight(n) : 1);
      }
      return labels;
    }

    @Override
    public Var apply(Var outputs, Rng targets) {
      return new SoftmaxCrossEntropy(smoothing).apply(outputs, labels(outputs.shape().get(0), targets));
    }

    @Override
    public Scalar oracle(Scalar[][] outputs, Rng targets) {
      Labels labels = labels(outputs.length, targets);
      List<Scalar> terms = new ArrayList<>();
      for (int n = 0; n < outputs.length; n++) {
        double[] target = new double[classes];
        Arrays.fill(target, (double) smoothing / classes);
        target[labels.label(n)] += 1 - (double) smoothing;
        terms.add(Naive.crossEntropy(outputs[n], target).times(labels.weight(n) / labels.totalWeight()));
      }
      return Scalar.sum(terms);
    }

    @Override
    public Var misfit(Var outputs) {
      return apply(outputs.graph().input(Tensor.zeros(Shape.of(OUTPUTS))), new Rng(1));
    }
  }

  static final class SquaredErrorCase implements LossCase {
    @Override
    public Var between(Var outputs, Var targets) {
      return new SquaredError().apply(outputs, targets);
    }

    @Override
    public Scalar betweenOracle(Scalar[][] outputs, Scalar[][] targets) {
      return mean(outputs, targets, (x, t) -> x.minus(t).times(x.minus(t)));
    }

    @Override
    public Var apply(Var outputs, Rng targets) {
      Tensor target = Probe.random(outputs.shape(), targets);
      return new SquaredError().apply(outputs, outputs.graph().input(target));
    }

    @Override
    public Scalar oracle(Scalar[][] outputs, Rng targets) {
      return Naive.squaredError(outputs, Probe.random(Shape.of(outputs.length, OUTPUTS), targets).rows());
    }

    @Override
    public Var misfit(Var outputs) {
      Tensor target = Tensor.zeros(Shape.of(outputs.shape().get(0) + 1, OUTPUTS));
      return new SquaredError().apply(outputs, outputs.graph().input(target));
    }
  }

  /** A loss that compares element by element with targets. */
  static final class ElementCase implements LossCase {
    interface Loss {
      Var apply(Var outputs, Var targets);
    }

    interface Oracle {
      Scalar apply(Scalar x, Scalar target);
    }

    private final Loss loss;
    private final Oracle oracle;

    ElementCase(Loss loss, Oracle oracle) {
      this.loss = loss;
      this.oracle = oracle;
    }

    @Override
    public Var between(Var outputs, Var targets) {
      return loss.apply(outputs, targets);
    }

    @Override
    public Scalar betweenOracle(Scalar[][] outputs, Scalar[][] targets) {
      return mean(outputs, targets, oracle);
    }

    /** From 0 to 1. */
    static Tensor targets(int examples, Rng rng) {
      Tensor targets = Tensor.zeros(Shape.of(examples, OUTPUTS));
      for (float[] row : targets.rows()) {
        for (int j = 0; j < row.length; j++) {
          row[j] = rng.nextFloat();
        }
      }
      return targets;
    }

    @Override
    public Var apply(Var outputs, Rng targets) {
      return loss.apply(outputs, outputs.graph().input(targets(outputs.shape().get(0), targets)));
    }

    @Override
    public Scalar oracle(Scalar[][] outputs, Rng targets) {
      float[][] target = targets(outputs.length, targets).rows();
      Scalar[][] scalars = new Scalar[outputs.length][];
      Arrays.setAll(scalars, n -> at(target[n]));
      return mean(outputs, scalars, oracle);
    }

    @Override
    public Var misfit(Var outputs) {
      return loss.apply(outputs, outputs.graph().input(Tensor.zeros(Shape.of(outputs.shape().get(0) + 1,
          OUTPUTS))));
    }
  }

  static final class HingeCase implements LossCase {
    private static final float MARGIN = 0.8f;

    private static Labels labels(int examples, Rng targets) {
      Labels labels = new Labels(examples);
      for (int n = 0; n < examples; n++) {
        labels.set(n, targets.nextInt(OUTPUTS), weight(n));
      }
      return labels;
    }

    @Override
    public Var apply(Var outputs, Rng targets) {
      return new MulticlassHinge(MARGIN).apply(outputs, labels(outputs.shape().get(0), targets));
    }

    @Override
    public Scalar oracle(Scalar[][] outputs, Rng targets) {
      Labels labels = labels(outputs.length, targets);
      List<Scalar> terms = new ArrayList<>();
      for (int n = 0; n < outputs.length; n++) {
        Scalar right = outputs[n][labels.label(n)];
        for (int k = 0; k < OUTPUTS; k++) {
          if (k != labels.label(n)) {
            Scalar over = outputs[n][k].minus(right).plus(Scalar.of(MARGIN));
            terms.add(over.max(Scalar.of(0)).times(labels.weight(n) / labels.totalWeight()));
          }
        }
      }
      return Scalar.sum(terms);
    }

    @Override
    public Var misfit(Var outputs) {
      return apply(outputs.graph().input(Tensor.zeros(Shape.of(OUTPUTS))), new Rng(1));
    }
  }

  /** The outputs are the weights. */
  static final class PenaltyCase implements LossCase {
    @Override
    public Var apply(Var outputs, Rng targets) {
      return new WeightPenalty(0.3f, 0.7f).apply(Arrays.asList(outputs));
    }

    @Override
    public Scalar oracle(Scalar[][] outputs, Rng targets) {
      List<Scalar> terms = new ArrayList<>();
      for (Scalar[] row : outputs) {
        for (Scalar w : row) {
          terms.add(w.max(w.times(-1)).times(0.3f));
          terms.add(w.times(w).times(0.7f / 2.0));
        }
      }
      return Scalar.sum(terms);
    }

    @Override
    public Var misfit(Var outputs) {
      return new WeightPenalty(1, 1).apply(Arrays.asList());
    }
  }

  static final class NegativeSamplingCase implements LossCase {
    private static final long[] COUNTS = {4, 0, 9, 1, 2, 7, 3};

    private static Labels labels(int examples, Rng rng) {
      Labels labels = new Labels(examples);
      for (int n = 0; n < examples; n++) {
        labels.set(n, rng.nextInt(COUNTS.length), n + 1);
      }
      return labels;
    }

    private static Negatives negatives(int examples, Rng rng) {
      Negatives negatives = new Negatives(COUNTS, examples, 4);
      negatives.draw(rng);
      return negatives;
    }

    private static Tensor table(Rng rng) {
      return Probe.random(Shape.of(COUNTS.length, OUTPUTS), rng);
    }

    @Override
    public Var apply(Var outputs, Rng rng) {
      int examples = outputs.shape().get(0);
      return new NegativeSampling().apply(outputs, outputs.graph().input(table(rng)), labels(examples, rng),
          negatives(examples, rng));
    }

    @Override
    public Scalar oracle(Scalar[][] outputs, Rng rng) {
      float[][] table = table(rng).rows();
      Labels labels = labels(outputs.length, rng);
      Negatives negatives = negatives(outputs.length, rng);
      List<Scalar> terms = new ArrayList<>();
      for (int n = 0; n < outputs.length; n++) {
        double share = labels.weight(n) / labels.totalWeight();
        Scalar right = Naive.dot(outputs[n], table[labels.label(n)]);
        terms.add(Naive.softplus(right.times(-1)).times(share));
        for (int i = 0; i < negatives.each(); i++) {
          if (negatives.get(n, i) != labels.label(n)) {
            Scalar wrong = Naive.dot(outputs[n], table[negatives.get(n, i)]);
            terms.add(Naive.softplus(wrong).times(share));
          }
        }
      }
      return Scalar.sum(terms);
    }

    @Override
    public Var misfit(Var outputs) {
      Rng rng = new Rng(1);
      return new NegativeSampling().apply(outputs, outputs.graph().input(table(rng)), labels(3, rng),
          negatives(3, rng));
    }
  }

  /** The outputs are the table: its gradient, too, agrees. */
  static final class NegativeSamplingTableCase implements LossCase {
    private static final int EXAMPLES = 2;

    private static Labels labels(int classes) {
      return Labels.of(0, 2 % classes);
    }

    private static Tensor hidden(Rng rng) {
      return Probe.random(Shape.of(EXAMPLES, OUTPUTS), rng);
    }

    private static Negatives negatives(int classes, Rng rng) {
      long[] counts = new long[classes];
      Arrays.fill(counts, 3);
      Negatives negatives = new Negatives(counts, EXAMPLES, 3);
      negatives.draw(rng);
      return negatives;
    }

    @Override
    public Var apply(Var table, Rng rng) {
      return new NegativeSampling().apply(table.graph().input(hidden(rng)), table, labels(table.shape().get(0)),
          negatives(table.shape().get(0), rng));
    }

    @Override
    public Scalar oracle(Scalar[][] table, Rng rng) {
      float[][] hidden = hidden(rng).rows();
      Negatives negatives = negatives(table.length, rng);
      List<Scalar> terms = new ArrayList<>();
      for (int n = 0; n < EXAMPLES; n++) {
        int right = labels(table.length).label(n);
        terms.add(Naive.softplus(Naive.dot(table[right], hidden[n]).times(-1)).times(0.5));
        for (int i = 0; i < negatives.each(); i++) {
          if (negatives.get(n, i) != right) {
            terms.add(Naive.softplus(Naive.dot(table[negatives.get(n, i)], hidden[n])).times(0.5));
          }
        }
      }
      return Scalar.sum(terms);
    }

    @Override
    public Var misfit(Var table) {
      Rng rng = new Rng(1);
      return new NegativeSampling().apply(table.graph().input(hidden(rng)), table, Labels.of(0, 1),
          negatives(4, rng));
    }
  }

  /** Logits, with choices and advantages drawn; as targets the choices, with advantages 1, 2, 3, ... */
  static final class PolicyGradientCase implements LossCase {
    private static final float ENTROPY = 0.3f;

    private static Tensor choices(int examples, Rng rng) {
      Tensor choices = Tensor.zeros(Shape.of(examples, OUTPUTS));
      for (float[] row : choices.rows()) {
        row[rng.nextInt(OUTPUTS)] = 1;
      }
      return choices;
    }

    private static Tensor advantages(int examples) {
      Tensor advantages = Tensor.zeros(Shape.of(examples, 1));
      for (int n = 0; n < examples; n++) {
        advantages.rows()[n][0] = n + 1;
      }
      return advantages;
    }

    static Scalar oracle(Scalar[][] logits, Scalar[][] choices, Scalar[] advantages, double entropy) {
      List<Scalar> terms = new ArrayList<>();
      for (int n = 0; n < logits.length; n++) {
        for (int k = 0; k < logits[n].length; k++) {
          Scalar p = Naive.softmax(logits[n])[k];
          terms.add(advantages[n].times(choices[n][k]).times(p.log()).times(-1));
          terms.add(p.times(p.log()).times(entropy));
        }
      }
      return Scalar.sum(terms).times(1.0 / logits.length);
    }

    @Override
    public Var apply(Var outputs, Rng targets) {
      int examples = outputs.shape().get(0);
      Graph graph = outputs.graph();
      return new PolicyGradient(ENTROPY).apply(outputs, graph.input(choices(examples, targets)),
          graph.input(Probe.random(Shape.of(examples, 1), targets)));
    }

    @Override
    public Scalar oracle(Scalar[][] outputs, Rng targets) {
      float[][] choices = choices(outputs.length, targets).rows();
      Scalar[][] scalars = new Scalar[outputs.length][];
      Arrays.setAll(scalars, n -> at(choices[n]));
      return oracle(outputs, scalars, at(Probe.random(Shape.of(outputs.length, 1), targets).toArray()), ENTROPY);
    }

    @Override
    public Var between(Var outputs, Var targets) {
      return new PolicyGradient(ENTROPY).apply(outputs, targets,
          outputs.graph().input(advantages(outputs.shape().get(0))));
    }

    @Override
    public Scalar betweenOracle(Scalar[][] outputs, Scalar[][] targets) {
      return oracle(outputs, targets, at(advantages(outputs.length).toArray()), ENTROPY);
    }

    @Override
    public Var misfit(Var outputs) {
      Graph graph = outputs.graph();
      return new PolicyGradient().apply(outputs, graph.input(choices(3, new Rng(1))), graph.input(advantages(3)));
    }
  }

  /** The outputs are the advantages: their gradient, too, agrees. */
  static final class AdvantageCase implements LossCase {
    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public Var apply(Var outputs, Rng targets) {
      int examples = outputs.shape().get(0);
      Graph graph = outputs.graph();
      Tensor logits = Probe.random(Shape.of(examples, OUTPUTS), targets);
      return new PolicyGradient().apply(graph.input(logits),
          graph.input(PolicyGradientCase.choices(examples, targets)), outputs);
    }

    @Override
    public Scalar oracle(Scalar[][] outputs, Rng targets) {
      float[][] logits = Probe.random(Shape.of(outputs.length, OUTPUTS), targets).rows();
      float[][] choices = PolicyGradientCase.choices(outputs.length, targets).rows();
      Scalar[] advantages = Arrays.stream(outputs).map(row -> row[0]).toArray(Scalar[]::new);
      return PolicyGradientCase.oracle(
          Arrays.stream(logits).map(LossCases::at).toArray(Scalar[][]::new),
          Arrays.stream(choices).map(LossCases::at).toArray(Scalar[][]::new), advantages, 0);
    }

    @Override
    public Var misfit(Var outputs) {
      return apply(outputs.graph().input(Tensor.zeros(Shape.of(OUTPUTS))), new Rng(1));
    }
  }

  private static Scalar mean(Scalar[][] outputs, Scalar[][] targets, ElementCase.Oracle oracle) {
    List<Scalar> terms = new ArrayList<>();
    for (int n = 0; n < outputs.length; n++) {
      for (int j = 0; j < OUTPUTS; j++) {
        terms.add(oracle.apply(outputs[n][j], targets[n][j]));
      }
    }
    return Scalar.sum(terms).times(1.0 / terms.size());
  }

  private static Scalar huber(Scalar x, Scalar target, double delta) {
    Scalar difference = x.minus(target);
    Scalar size = difference.max(difference.times(-1));
    return size.value <= delta ? size.times(size).times(0.5)
        : size.minus(Scalar.of(delta / 2)).times(delta);
  }

  private static Scalar binaryCrossEntropy(Scalar x, Scalar target) {
    Scalar p = Naive.sigmoid(x);
    Scalar no = Scalar.of(1).minus(target).times(Scalar.of(1).minus(p).log());
    return p.log().times(target).plus(no).times(-1);
  }

  static Scalar[] at(float[] values) {
    Scalar[] scalars = new Scalar[values.length];
    for (int j = 0; j < values.length; j++) {
      scalars[j] = Scalar.of(values[j]);
    }
    return scalars;
  }

  static List<Object[]> all() {
    return Arrays.asList(
        new Object[] {"SoftmaxCrossEntropy", new CrossEntropyCase(OUTPUTS, 0, false)},
        new Object[] {"SoftmaxCrossEntropy with smoothing", new CrossEntropyCase(OUTPUTS, 0.1f, false)},
        new Object[] {"SoftmaxCrossEntropy with weights", new CrossEntropyCase(OUTPUTS, 0.2f, true)},
        new Object[] {"SoftmaxCrossEntropy of many classes", new CrossEntropyCase(70, 0.2f, true)},
        new Object[] {"Huber", new ElementCase(new Huber(0.5f)::apply, (x, t) -> huber(x, t, 0.5))},
        new Object[] {"Huber that is square", new ElementCase(new Huber(100)::apply, (x, t) -> huber(x, t,
            100))},
        new Object[] {"BinaryCrossEntropy",
            new ElementCase(new BinaryCrossEntropy()::apply, LossCases::binaryCrossEntropy)},
        new Object[] {"MulticlassHinge", new HingeCase()},
        new Object[] {"WeightPenalty", new PenaltyCase()},
        new Object[] {"NegativeSampling", new NegativeSamplingCase()},
        new Object[] {"NegativeSampling by the table", new NegativeSamplingTableCase()},
        new Object[] {"PolicyGradient", new PolicyGradientCase()},
        new Object[] {"PolicyGradient by the advantages", new AdvantageCase()},
        new Object[] {"SquaredError", new SquaredErrorCase()});
  }
}
