package app.inkling.mllib.model.memory;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Op;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.PolicyGradient;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Objective;

/**
 * How a {@link GlimpseNetwork} learns to read digits that lie anywhere. Soft attention: cross-entropy of the
 * class, nothing else. Hard attention, besides: being right is a reward of 1, and the scores behind each
 * choice of place climb towards more of it by REINFORCE, with the network's own expectation as the baseline
 * (Mnih et al. 2014, section 3.1 and equation 2):
 * <pre>
 * cross-entropy - sum over glimpses of (R - b) ln Pr(place) + sum over glimpses of (b - R)^2
 * </pre>
 * where the (R - b) that weighs the logarithm is taken as a plain number. The entropy of the scores is kept
 * up a little, so that no place is given up before it was tried.
 */
public final class GlimpseObjective implements Objective {
  private static final float ENTROPY = 0.01f;

  private final GlimpseNetwork network;
  private final ClutteredDigits digits;

  public GlimpseObjective(GlimpseNetwork network, ClutteredDigits digits) {
    this.network = network;
    this.digits = digits;
  }

  @Override
  public Shard record(Graph graph, int examples) {
    return new Batch(graph, examples);
  }

  /**
   * Share of right answers about every digit once, each at a random place; hard attention looks where it is
   * likeliest.
   */
  public double accuracy(Rng random) {
    Batch batch = new Batch(new Graph(), 1);
    int right = 0;
    for (int index = 0; index < digits.size(); index++) {
      batch.load(new int[] {index}, 0, random);
      batch.graph.forward();
      right += batch.right(0) ? 1 : 0;
    }
    return (double) right / digits.size();
  }

  private final class Batch implements Shard {
    private final Graph graph;
    private final Tensor images;
    private final Labels labels;
    private final GlimpseNetwork.Looks looks;
    private final Var loss;

    Batch(Graph graph, int examples) {
      this.graph = graph;
      images = Tensor.zeros(Shape.of(examples, digits.side() * digits.side()));
      labels = new Labels(examples);
      looks = network.look(graph.input(images));
      Var sum = new SoftmaxCrossEntropy().apply(looks.logits(), labels);
      if (network.hard()) {
        Var reward = graph.record(new Reward(graph.input(looks.logits().value())));
        for (int glimpse = 0; glimpse < looks.scores().size(); glimpse++) {
          Var expected = looks.expectations().get(glimpse);
          Var advantage = ElementOps.add(reward, ElementOps.scale(graph.input(expected.value()), -1));
          Var choosing = new PolicyGradient(ENTROPY).apply(looks.scores().get(glimpse),
              looks.weights().get(glimpse), advantage);
          sum = ElementOps.add(sum, ElementOps.add(choosing, new SquaredError().apply(expected, reward)));
        }
      }
      loss = sum;
    }

    @Override
    public Var loss() {
      return loss;
    }

    @Override
    public void load(int[] numbers, int from, Rng random) {
      for (int n = 0; n < labels.size(); n++) {
        digits.draw(images.rows()[n], numbers[from + n], random);
        labels.set(n, digits.label(numbers[from + n]), 1);
      }
    }

    boolean right(int n) {
      float[] logits = looks.logits().value().rows()[n];
      for (float other : logits) {
        if (other > logits[labels.label(n)]) {
          return false;
        }
      }
      return true;
    }

    /** 1 for each example whose likeliest class is right, else 0; [N, 1]. Nothing learns through it. */
    private final class Reward extends Op {
      Reward(Var logits) {
        super(Tensor.zeros(Shape.of(labels.size(), 1)), logits);
      }

      @Override
      protected void forward() {
        for (int n = 0; n < labels.size(); n++) {
          output().rows()[n][0] = right(n) ? 1 : 0;
        }
      }

      @Override
      protected void backward() { }
    }
  }
}
