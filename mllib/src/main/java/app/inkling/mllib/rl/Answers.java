package app.inkling.mllib.rl;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.kernel.Softmax;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;

/** What a network that is still learning makes of one observation after the other; recorded once. */
final class Answers {
  private final Graph graph = new Graph();
  private final Tensor observation;
  private final Var answer;

  Answers(Layer network, int observations) {
    observation = Tensor.zeros(Shape.of(1, observations));
    answer = network.apply(graph.input(observation));
  }

  /** The live numbers: the next call overwrites them. */
  float[] to(float[] observed) {
    observation.copyFrom(observed);
    graph.forward();
    return answer.value().rows()[0];
  }

  /** The action with the highest answer. */
  int best(float[] observed) {
    float[] scores = to(observed);
    return Rows.largest(scores, scores.length);
  }

  /** An action drawn from the softmax of the answers. */
  int draw(float[] observed, Rng random) {
    float[] shares = to(observed).clone();
    Softmax.softmax(shares, shares, shares.length);
    return random.draw(shares, 1);
  }

  /** The mean sum of rewards over episodes in which the best action is taken. */
  double meanReward(Environment world, int episodes, Rng random) {
    double sum = 0;
    for (int episode = 0; episode < episodes; episode++) {
      float[] seen = world.reset(random);
      Environment.Step step;
      do {
        step = world.step(best(seen));
        seen = step.observation();
        sum += step.reward();
      } while (!step.over());
    }
    return sum / episodes;
  }
}
