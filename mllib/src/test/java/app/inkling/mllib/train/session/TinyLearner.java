package app.inkling.mllib.train.session;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.Sha256;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Objective;
import app.inkling.mllib.train.Section;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The smallest model that a session can train: one dense layer that tells points of two kinds apart. */
final class TinyLearner implements Learner {
  static final String KIND = "tiny";
  private static final int FEATURES = 3;
  private static final int BATCH = 4;

  private final Dense layer = new Dense("only", FEATURES, 2, Initializer.zero());
  private final Checkpoint parent;
  private final SessionPlan plan;

  private TinyLearner(SessionPlan plan, Checkpoint parent) throws FormatException {
    this.plan = plan;
    this.parent = parent;
    reset();
  }

  static LearnerFactory factory() {
    return TinyLearner::new;
  }

  /** A model file to begin with, which knows little. */
  static Checkpoint factoryModel() {
    return file(new Dense("only", FEATURES, 2, Initializer.zero()));
  }

  /** Samples of both kinds in turn; the plan's targets say which. */
  static List<Sample> samples(int from, int to) {
    List<Sample> samples = new ArrayList<>();
    for (int i = from; i < to; i++) {
      samples.add(new Sample(id(i), Integer.toString(i % 2),
          Sha256.of(Integer.toString(i).getBytes(StandardCharsets.UTF_8))));
    }
    return samples;
  }

  static UUID id(int sample) {
    return new UUID(7, sample);
  }

  static SessionPlan plan(Version parent, long seed, int folds, List<Sample> training, List<Sample> heldOut) {
    return new SessionPlan(KIND, parent.id(), parent.model(), Depth.FULL, seed, 12, folds, "plain", 1000
        + seed, training,
        heldOut);
  }

  /** A point near one of two middles, the same for the same sample. */
  private static void point(Sample sample, float[] x) {
    Rng random = new Rng(sample.id().getLeastSignificantBits());
    for (int i = 0; i < FEATURES; i++) {
      x[i] = (float) random.nextGaussian() + (sample.id().getLeastSignificantBits() % 2 == 0 ? 1.5f : -1.5f);
    }
  }

  private Sample sample(int number) {
    int training = plan.training().size();
    return number < training ? plan.training().get(number) : plan.heldOut().get(number - training);
  }

  @Override
  public void reset() {
    try {
      Map<String, Tensor> weights = Section.tensors(parent, Checkpoint.WEIGHTS);
      for (Parameter parameter : layer.parameters()) {
        parameter.value().copyFrom(weights.get(parameter.name()));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Round round(int[] samples, long seed) {
    Objective objective = (graph, count) -> {
      Tensor input = Tensor.zeros(Shape.of(count, FEATURES));
      Labels labels = new Labels(count);
      Var loss = new SoftmaxCrossEntropy().apply(layer.apply(graph.input(input)), labels);
      return new Objective.Shard() {
        @Override
        public Var loss() {
          return loss;
        }

        @Override
        public void load(int[] examples, int from, Rng rng) {
          for (int i = 0; i < count; i++) {
            Sample sample = sample(samples[examples[from + i] % samples.length]);
            point(sample, input.rows()[i]);
            input.rows()[i][0] += 0.1f * (float) rng.nextGaussian();
            labels.set(i, Integer.parseInt(sample.target()), 1);
          }
        }
      };
    };
    Trainer trainer = new Trainer(layer.parameters(), objective, new Adam(), Schedule.constant(0.05f),
        TrainerOptions.DEFAULTS.withBatch(BATCH, 2).withSeed(seed));
    return new Round(trainer, new Batches(Math.max(BATCH, samples.length), BATCH, seed + 1));
  }

  @Override
  public Outcomes measure(int[] samples) {
    Outcomes outcomes = Outcomes.room(samples.length);
    for (int i = 0; i < samples.length; i++) {
      score(outcomes, i, sample(samples[i]));
    }
    return outcomes;
  }

  private void score(Outcomes outcomes, int at, Sample sample) {
    Graph graph = new Graph();
    Tensor input = Tensor.zeros(Shape.of(1, FEATURES));
    point(sample, input.rows()[0]);
    float[] logits = layer.apply(graph.input(input)).value().toArray();
    int label = Integer.parseInt(sample.target());
    outcomes.losses()[at] = StrictMath.log1p(StrictMath.exp(logits[1 - label] - logits[label]));
    outcomes.right()[at] = logits[label] > logits[1 - label] ? 1 : 0;
    outcomes.of()[at] = 1;
  }

  @Override
  public int generalSize() {
    return 20;
  }

  @Override
  public Outcomes general(int from, int to) {
    Outcomes outcomes = Outcomes.room(to - from);
    for (int i = 0; i < outcomes.size(); i++) {
      score(outcomes, i, samples(1000 + from + i, 1001 + from + i).get(0));
    }
    return outcomes;
  }

  @Override
  public double chanceLoss() {
    return StrictMath.log(2);
  }

  @Override
  public Checkpoint model() {
    return file(layer);
  }

  private static Checkpoint file(Dense layer) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Parameter parameter : layer.parameters()) {
      weights.put(parameter.name(), parameter.value());
    }
    return new Checkpoint().with(Checkpoint.WEIGHTS, Section.tensors(weights));
  }

  @Override
  public void close() {}
}
