package app.inkling.mllib.rl;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.PolicyGradient;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Descent;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns how to act by acting: what was done in episodes that went better than expected becomes likelier, the
 * rest less likely (Williams 1992; Sutton and Barto 2018, "Reinforcement learning", section 13.4, REINFORCE
 * with baseline).
 *
 * <pre>
 * pi(a|s) = softmax of policy(s)              which action
 * G       = r + d r' + d^2 r'' + ...          return: what came after the action, later rewards for less
 * A       = (G - value(s)) / its deviation     advantage over what was expected
 * loss    = mean of -A ln pi(a|s)  +  mean of (value(s) - G)^2
 * </pre>
 * Dividing by the deviation over the episodes keeps steps of one size whatever the rewards are.
 */
public final class Reinforce {
  private static final int UNITS = 32;
  private static final float LONGEST_GRADIENT = 5;
  private static final double LEAST_DEVIATION = 1e-6;

  private final Environment world;
  private final Sequential policy;
  private final Sequential value;
  private final double discount;
  private final PolicyGradient choosing;
  private final Answers answers;
  private final Descent policyDescent;
  private final Descent valueDescent;

  /**
   * @param discount of a reward one step later, above 0 up to 1
   * @param entropy how much to keep trying: see {@link PolicyGradient}
   */
  public Reinforce(Environment world, double discount, float entropy, Rng random) {
    this.world = world;
    this.discount = discount;
    choosing = new PolicyGradient(entropy);
    policy = network("policy", world.observations(), world.actions(), random);
    value = network("value", world.observations(), 1, random);
    answers = new Answers(policy, world.observations());
    policyDescent = new Descent(policy.parameters(), new Adam(), LONGEST_GRADIENT);
    valueDescent = new Descent(value.parameters(), new Adam(), LONGEST_GRADIENT);
  }

  static Sequential network(String name, int inputs, int outputs, Rng random) {
    Initializer xavier = Initializer.xavier(random);
    return new Sequential(name, new Dense(name + "/hidden", inputs, UNITS, xavier), new Tanh(),
        new Dense(name + "/out", UNITS, outputs, xavier));
  }

  /** Observations [N, observations] to logits of the actions. */
  public Sequential policy() {
    return policy;
  }

  /** A step of an episode: what was seen and done, and what came of it in the end. */
  private static final class Moment {
    private final float[] seen;
    private final int action;
    private double later;

    Moment(float[] seen, int action, double later) {
      this.seen = seen;
      this.action = action;
      this.later = later;
    }
  }

  /**
   * Plays some episodes and learns from them.
   *
   * @return the mean sum of rewards of an episode
   */
  public double learn(int episodes, float learningRate, Rng random) {
    List<Moment> moments = new ArrayList<>();
    double sum = 0;
    for (int episode = 0; episode < episodes; episode++) {
      sum += play(moments, random);
    }
    update(moments, learningRate);
    return sum / episodes;
  }

  private double play(List<Moment> moments, Rng random) {
    int first = moments.size();
    float[] seen = world.reset(random);
    double sum = 0;
    Environment.Step step;
    do {
      int action = answers.draw(seen, random);
      step = world.step(action);
      moments.add(new Moment(seen, action, step.reward()));
      seen = step.observation();
      sum += step.reward();
    } while (!step.over());
    for (int i = moments.size() - 2; i >= first; i--) {
      moments.get(i).later += discount * moments.get(i + 1).later;
    }
    return sum;
  }

  private void update(List<Moment> moments, float learningRate) {
    int rows = moments.size();
    float[][] seen = new float[rows][];
    Tensor done = Tensor.zeros(Shape.of(rows, world.actions()));
    Tensor returns = Tensor.zeros(Shape.of(rows, 1));
    for (int i = 0; i < rows; i++) {
      Moment moment = moments.get(i);
      seen[i] = moment.seen;
      done.rows()[i][moment.action] = 1;
      returns.rows()[i][0] = (float) moment.later;
    }
    Graph graph = new Graph();
    Var observed = graph.input(Tensor.over(Shape.of(rows, world.observations()), seen));
    Var expected = value.apply(observed);
    Tensor advantages = Tensor.zeros(returns.shape());
    double squares = 0;
    for (int i = 0; i < rows; i++) {
      float advantage = returns.rows()[i][0] - expected.value().rows()[i][0];
      advantages.rows()[i][0] = advantage;
      squares += (double) advantage * advantage / rows;
    }
    for (float[] row : advantages.rows()) {
      row[0] /= (float) Math.sqrt(squares + LEAST_DEVIATION);
    }
    Var loss = choosing.apply(policy.apply(observed), graph.input(done), graph.input(advantages));
    policyDescent.step(graph, loss, learningRate);
    valueDescent.step(graph, new SquaredError().apply(expected, graph.input(returns)), learningRate);
  }

  /** The mean sum of rewards over episodes in which always the likeliest action is taken. */
  public double meanReward(int episodes, Rng random) {
    return answers.meanReward(world, episodes, random);
  }
}
