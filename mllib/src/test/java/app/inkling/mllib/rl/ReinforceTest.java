package app.inkling.mllib.rl;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import org.junit.Test;

/** Acting by reward alone. */
public class ReinforceTest {
  /** The mean of 100 episodes was 200.0 with each of seeds 1 to 6. */
  @Test
  public void balancesThePole() {
    Reinforce learner = new Reinforce(new CartPole(200), 0.99, 0.01f, new Rng(1));
    Rng random = new Rng(51);
    double before = learner.meanReward(100, new Rng(99));
    for (int update = 0; update < 60; update++) {
      learner.learn(10, 0.01f * (1 - update / 60f), random);
    }
    double after = learner.meanReward(100, new Rng(99));
    assertTrue("before " + before, before < 100);
    assertTrue("after " + after, after >= 195);
  }

  /** Found the shortest way with each of seeds 1 to 6. */
  @Test
  public void findsTheShortestWay() {
    Reinforce learner = new Reinforce(GridWorldWays.world(), 0.95, 0.02f, new Rng(1));
    Rng random = new Rng(51);
    for (int update = 0; update < 120; update++) {
      learner.learn(16, 0.01f * (1 - update / 120f), random);
    }
    assertEquals(GridWorldWays.SHORTEST, learner.meanReward(1, random), 1e-5);
  }
}
