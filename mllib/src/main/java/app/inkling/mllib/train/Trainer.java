package app.inkling.mllib.train;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.kernel.Updates;
import app.inkling.mllib.optim.Clipping;
import app.inkling.mllib.optim.Optimizer;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.optim.WeightAverage;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes an {@link Objective} small by gradient descent on several threads, with the same bytes for any number
 * of them.
 *
 * <p>The life of one step: the batch is cut into shards of a fixed size; each shard is loaded, run forward
 * and backward on a graph of its own, by whichever thread is free; the shards' gradients are added in the
 * order of the shards, clipped, and handed to the optimiser. With several rounds the graphs serve one part of
 * the batch after the other and their gradients accumulate, in the same order: a large batch in little
 * memory. So every sum has one order, and every random number comes from (seed, step, shard).
 *
 * <p>One thread at a time; {@link #close} ends the helpers.
 */
public final class Trainer implements AutoCloseable {
  private static final String AVERAGE = "average";

  private final List<Parameter> parameters;
  private final List<Tensor> values = new ArrayList<>();
  private final List<Tensor> gradients = new ArrayList<>();
  /** The first of them, which the optimiser sees; behind them are statistics. */
  private final List<Tensor> learnedValues;
  private final List<Tensor> learnedGradients;
  private final Optimizer optimizer;
  private final Schedule schedule;
  private final TrainerOptions options;
  private final int shards;
  private final Worker[] workers;
  private final WeightAverage average;
  private final Rng root;
  private final Rng stepRng = new Rng(0);
  private final Team team;
  private long steps;
  private int[] batch;
  private int firstShard;

  public Trainer(List<Parameter> parameters, Objective objective, Optimizer optimizer, Schedule schedule,
      TrainerOptions options) {
    this.parameters = learnedFirst(parameters);
    this.optimizer = optimizer;
    this.schedule = schedule;
    this.options = options;
    shards = options.batchSize() / options.shardSize();
    for (Parameter parameter : this.parameters) {
      values.add(parameter.value());
      // The only shard's gradients are taken as they are, once there are any.
      gradients.add(shards == 1 ? null : Tensor.zerosLike(parameter.value()));
    }
    int learned = (int) this.parameters.stream().filter(Parameter::learned).count();
    learnedValues = values.subList(0, learned);
    learnedGradients = gradients.subList(0, learned);
    average = options.averageKeep() > 0 ? new WeightAverage(options.averageKeep(), values) : null;
    root = new Rng(options.seed());
    workers = new Worker[shards / options.rounds()];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker(objective, options);
    }
    team = new Team(Math.min(options.threads(), workers.length));
  }

  /** Updates made so far, those before a {@link #restore} included. */
  public long steps() {
    return steps;
  }

  /**
   * Takes batches and makes updates until the budget ends.
   *
   * @param batches of {@link TrainerOptions#batchSize()} examples; stands after the last batch used when this
   *   returns
   */
  public void train(Batches batches, Budget budget, TrainingListener listener) {
    int[] examples = new int[options.batchSize()];
    long start = System.nanoTime();
    while (steps < budget.steps() && System.nanoTime() - start < budget.time().toNanos()
        && !budget.cancelled().getAsBoolean()) {
      batches.next(examples);
      listener.onStep(step(examples));
    }
  }

  /**
   * One update.
   *
   * @param examples numbers of a whole batch's examples
   * @throws DivergedException loss or gradient is not a finite number; the weights are as before
   */
  public StepReport step(int[] examples) {
    if (examples.length != options.batchSize()) {
      throw new IllegalArgumentException("Trainer: batch has " + examples.length + " examples; wants "
          + options.batchSize());
    }
    batch = examples;
    root.splitInto(stepRng, steps);
    double loss = 0;
    for (firstShard = 0; firstShard < shards; firstShard += workers.length) {
      team.run(workers.length, this::runShard);
      for (Worker worker : workers) {
        loss += worker.loss / shards;
      }
      sumGradients();
    }
    double norm = Clipping.byNorm(learnedGradients, options.clipNorm());
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw new DivergedException("Trainer: in step " + (steps + 1) + " the loss is " + loss
          + " and the gradient's norm "
          + norm + "; wants finite numbers. Lower the learning rate, clip the gradient, or look for NaN in the data; the "
          + "weights are as before this step");
    }
    float rate = schedule.rate(steps);
    optimizer.step(learnedValues, learnedGradients, rate);
    moveStatistics();
    if (average != null) {
      average.update(values);
    }
    steps++;
    return new StepReport(steps, loss, norm, rate);
  }

  /** Their gradients are their steps: see {@link Parameter#statistic}. */
  private void moveStatistics() {
    for (int p = learnedValues.size(); p < values.size(); p++) {
      float[][] rows = values.get(p).rows();
      for (int row = 0; row < rows.length; row++) {
        Updates.descend(rows[row], gradients.get(p).rows()[row], 1, rows[row].length);
      }
    }
  }

  private static List<Parameter> learnedFirst(List<Parameter> parameters) {
    List<Parameter> ordered = new ArrayList<>();
    parameters.stream().filter(Parameter::learned).forEach(ordered::add);
    parameters.stream().filter(parameter -> !parameter.learned()).forEach(ordered::add);
    return List.copyOf(ordered);
  }

  private void runShard(int worker) {
    workers[worker].run(batch, stepRng, firstShard + worker);
  }

  /** Adds the gradients of the shards just run to those of the shards before them. */
  private void sumGradients() {
    float share = 1f / shards;
    for (int p = 0; p < values.size(); p++) {
      if (shards == 1) {
        gradients.set(p, workers[0].graph.gradient(parameters.get(p)));
        continue;
      }
      float[][] sum = gradients.get(p).rows();
      for (int worker = 0; worker < workers.length; worker++) {
        float[][] part = workers[worker].graph.gradient(parameters.get(p)).rows();
        for (int row = 0; row < sum.length; row++) {
          if (firstShard + worker == 0) {
            Rows.scale(sum[row], share, part[row], sum[row].length);
          } else {
            Updates.descend(sum[row], part[row], -share, sum[row].length);
          }
        }
      }
    }
  }

  /** Replaces the weights by their moving average: the model to evaluate and keep, when averaging is on. */
  public void useAverage() {
    if (average == null) {
      throw new IllegalStateException("Trainer: averageKeep is 0, there is no average of the weights");
    }
    for (int p = 0; p < values.size(); p++) {
      values.get(p).copyFrom(average.averages().get(p));
    }
  }

  /** {@code base} with all that a later {@link #restore} needs to go on with the same bytes. */
  public Checkpoint save(Checkpoint base, Batches batches) {
    Checkpoint saved = base.withOwn(Checkpoint.WEIGHTS, Section.tensors(named(values)))
        .withOwn(Checkpoint.OPTIMIZER, Section.optimizer(optimizer.state()))
        .with(Checkpoint.RANDOM, Section.longs(root.state()))
        .with(Checkpoint.CURSOR, Section.longs(steps, batches.cursor()))
        .with(Checkpoint.KERNELS, Section.text(options.kernels().name()));
    return average == null ? saved : saved.withOwn(AVERAGE, Section.tensors(named(average.averages())));
  }

  /**
   * Goes on where a trainer of the same parameters and options saved; moves {@code batches} there, too.
   *
   * @throws FormatException a section is missing or doesn't fit; nothing was changed by then but possibly the
   *   weights
   */
  public void restore(Checkpoint saved, Batches batches) throws FormatException {
    String kernels = Section.text(saved, Checkpoint.KERNELS);
    if (!kernels.equals(options.kernels().name())) {
      throw new FormatException(saved.source(), "a training with \"" + options.kernels().name()
          + "\" kernels",
          "one with \"" + kernels + "\", which round differently: it can't go on with the same bytes");
    }
    long[] cursor = Section.longs(saved, Checkpoint.CURSOR);
    long[] random = Section.longs(saved, Checkpoint.RANDOM);
    if (cursor.length != 2 || !java.util.Arrays.equals(random, root.state())) {
      throw new FormatException(saved.source(), "a training begun with seed " + options.seed(),
          "one begun with another");
    }
    List<Tensor> averages = average == null ? List.of() : matching(saved, AVERAGE);
    List<Tensor> weights = matching(saved, Checkpoint.WEIGHTS);
    optimizer.restore(Section.optimizer(saved, Checkpoint.OPTIMIZER), learnedValues);
    for (int p = 0; p < values.size(); p++) {
      values.get(p).copyFrom(weights.get(p));
    }
    steps = cursor[0];
    if (average != null) {
      average.restore(averages, steps);
    }
    batches.seek(cursor[1]);
  }

  private Map<String, Tensor> named(List<Tensor> tensors) {
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (int p = 0; p < parameters.size(); p++) {
      named.put(parameters.get(p).name(), tensors.get(p));
    }
    return named;
  }

  private List<Tensor> matching(Checkpoint saved, String section) throws FormatException {
    Map<String, Tensor> tensors = Section.tensors(saved, section);
    List<Tensor> matching = new ArrayList<>();
    for (Parameter parameter : parameters) {
      Tensor tensor = tensors.get(parameter.name());
      if (tensor == null || !tensor.sameLayout(parameter.value())) {
        throw new FormatException(saved.source() + ", section \"" + section + "\"", parameter.toString(),
            tensor == null ? "only " + tensors.keySet() : tensor.shape().toString());
      }
      matching.add(tensor);
    }
    return matching;
  }

  @Override
  public void close() {
    team.close();
  }

  /** A graph for one shard after the other, and what is asked of it. */
  private static final class Worker {
    private final Graph graph;
    private final Objective.Shard shard;
    private final int shardSize;
    private final Rng rng = new Rng(0);
    private double loss;

    Worker(Objective objective, TrainerOptions options) {
      this.graph = new Graph(options.kernels());
      this.shard = objective.record(graph, options.shardSize());
      this.shardSize = options.shardSize();
      graph.training(true);
      graph.overwriteLogits();
    }

    void run(int[] examples, Rng step, int number) {
      step.splitInto(rng, number);
      rng.splitInto(graph.rng(), 0);
      shard.load(examples, number * shardSize, rng);
      graph.forward();
      graph.backward(shard.loss());
      loss = shard.loss().scalar();
    }
  }
}
