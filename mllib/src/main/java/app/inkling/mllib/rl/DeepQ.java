package app.inkling.mllib.rl;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Softmax;
import app.inkling.mllib.loss.Huber;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Descent;
import java.util.List;

/**
 * Learns what each action is worth and takes the best (Mnih et al. 2015, "Human-level control through deep
 * reinforcement learning"):
 *
 * <pre>
 * Q(s, a)  should be  (1 - d) r + d max over a' of Q'(s', a')      or (1 - d) r alone if the episode ended
 * loss     = Huber's of the difference, for the actions that were taken
 * </pre>
 * The factor 1 - d, which is ours, makes Q a reward a step instead of a sum of many: it stays of the size of
 * one reward whatever the discount d, and differences within the square part of Huber's loss.
 *
 * <p>Two things keep it from chasing its own tail. Steps are remembered and learned from in random order
 * ({@link ReplayMemory}), since neighbouring ones are alike. And Q' is a copy of the network that stays as it
 * is for a while, so that what is aimed at doesn't move with every step. Now and then a random action is
 * taken, to see what comes of it: always at first, seldom later.
 */
public final class DeepQ {
  private static final float LONGEST_GRADIENT = 10;

  private final Environment world;
  private final Settings settings;
  private final Rng random;
  private final Sequential network;
  private final Sequential target;
  private final ReplayMemory memory;
  private final Answers answers;
  private final Descent descent;
  private final Batch batch;
  private float[] seen;
  private long steps;

  /**
   * @param units of each of two hidden layers
   * @param discount of a reward one step later, above 0 and below 1
   * @param learningRate at first; falls to 0 at the last step
   * @param steps to be made in the world in all
   * @param remembered steps at most
   * @param batch steps of an update
   * @param updateEvery steps in the world between updates
   * @param copyEvery steps between copies of the network
   * @param exploring share of the steps over which random actions become fewer, down to {@code leastRandom}
   * @param leastRandom share of random actions after that
   */
  public record Settings(int units, double discount, float learningRate, long steps, int remembered,
      int batch, int updateEvery, int copyEvery, double exploring, double leastRandom) {
    public Settings {
      if (!(discount > 0 && discount < 1)) {
        throw new IllegalArgumentException("DeepQ: discount is " + discount + "; wants above 0 and below 1");
      }
    }
  }

  public DeepQ(Environment world, Settings settings, Rng random) {
    this.world = world;
    this.settings = settings;
    this.random = random;
    network = network(random);
    target = network(random);
    copy();
    memory = new ReplayMemory(settings.remembered());
    answers = new Answers(network, world.observations());
    descent = new Descent(network.parameters(), new Adam(), LONGEST_GRADIENT);
    batch = new Batch();
    seen = world.reset(random);
  }

  private Sequential network(Rng random) {
    Initializer xavier = Initializer.xavier(random);
    int units = settings.units();
    return new Sequential("q", new Dense("hidden1", world.observations(), units, xavier), new Tanh(),
        new Dense("hidden2", units, units, xavier), new Tanh(), new Dense("out", units, world.actions(),
            xavier));
  }

  /** Observations [N, observations] to what each action is worth. */
  public Sequential network() {
    return network;
  }

  public long steps() {
    return steps;
  }

  private void copy() {
    List<Parameter> from = network.parameters();
    for (int p = 0; p < from.size(); p++) {
      target.parameters().get(p).value().copyFrom(from.get(p).value());
    }
  }

  /** Acts and learns, up to so many steps more. */
  public void learn(long count) {
    long until = Math.min(settings.steps(), steps + count);
    while (steps < until) {
      act();
      steps++;
      if (steps % settings.updateEvery() == 0 && memory.size() >= settings.batch()) {
        batch.fill();
        float left = 1 - (float) steps / settings.steps();
        descent.step(batch.graph, batch.loss, settings.learningRate() * left);
      }
      if (steps % settings.copyEvery() == 0) {
        copy();
      }
    }
  }

  private void act() {
    double explored = steps / (settings.exploring() * settings.steps());
    double randomShare = Math.max(settings.leastRandom(), 1 - explored);
    int action = random.nextDouble() < randomShare ? random.nextInt(world.actions()) : answers.best(seen);
    Environment.Step step = world.step(action);
    memory.add(seen, action, step);
    seen = step.over() ? world.reset(random) : step.observation();
  }

  /** The mean sum of rewards over episodes in which always the best action is taken; a world of one's own. */
  public double meanReward(Environment other, int episodes, Rng chance) {
    return answers.meanReward(other, episodes, chance);
  }

  /** The recorded update. */
  private final class Batch {
    private final Graph graph = new Graph();
    private final Graph targetGraph = new Graph();
    private final Tensor before = Tensor.zeros(Shape.of(settings.batch(), world.observations()));
    private final Tensor after = Tensor.zeros(before.shape());
    private final Tensor taken = Tensor.zeros(Shape.of(settings.batch(), world.actions()));
    private final Tensor aims = Tensor.zeros(Shape.of(settings.batch(), 1));
    private final Var worthAfter;
    private final Var loss;

    Batch() {
      worthAfter = target.apply(targetGraph.input(after));
      Tensor ones = Tensor.zeros(Shape.of(world.actions(), 1));
      ones.fill(1);
      Var worth = ElementOps.multiply(network.apply(graph.input(before)), graph.input(taken));
      Var ofTaken = MatrixOps.dense(worth, graph.input(ones), null);
      loss = new Huber(1).apply(ofTaken, graph.input(aims));
    }

    void fill() {
      int[] drawn = memory.draw(settings.batch(), random);
      for (int n = 0; n < drawn.length; n++) {
        System.arraycopy(memory.before(drawn[n]), 0, before.rows()[n], 0, world.observations());
        System.arraycopy(memory.after(drawn[n]), 0, after.rows()[n], 0, world.observations());
      }
      targetGraph.forward();
      taken.fill(0);
      for (int n = 0; n < drawn.length; n++) {
        taken.rows()[n][memory.action(drawn[n])] = 1;
        double later = memory.ended(drawn[n]) ? 0 : settings.discount()
            * Softmax.max(worthAfter.value().rows()[n], world.actions());
        aims.rows()[n][0] = (float) ((1 - settings.discount()) * memory.reward(drawn[n]) + later);
      }
      graph.forward();
    }
  }
}
