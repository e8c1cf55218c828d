package app.inkling.mllib.rl;

import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import java.util.Locale;
import org.junit.Test;

/** Less than a minute: the pole for 500 steps, where a mean of 475 over 100 episodes is taken as solved. */
public class CartPoleLongTest {
  private static final int LIMIT = 500;

  @Test
  public void reinforceBalancesForFiveHundredSteps() {
    Reinforce learner = new Reinforce(new CartPole(LIMIT), 0.99, 0.01f, new Rng(1));
    Rng random = new Rng(51);
    for (int update = 0; update < 100; update++) {
      learner.learn(10, 0.01f * (1 - update / 100f), random);
    }
    requireSolved("reinforce", learner.meanReward(100, new Rng(99)));
  }

  @Test
  public void deepQBalancesForFiveHundredSteps() {
    DeepQ learner = new DeepQ(new CartPole(LIMIT),
        new DeepQ.Settings(64, 0.99, 0.001f, 60000, 60000, 32, 2, 200, 0.2, 0.05), new Rng(1));
    CartPole other = new CartPole(LIMIT);
    Rng trials = new Rng(21);
    do {
      learner.learn(1000);
    } while (learner.steps() < 40000 && learner.meanReward(other, 20, trials) < 490);
    requireSolved("dqn_after_" + learner.steps() + "_steps", learner.meanReward(other, 100, new Rng(99)));
  }

  private static void requireSolved(String who, double mean) {
    System.out.printf(Locale.ROOT, "%s=%.1f%n", who, mean);
    assertTrue("mean " + mean, mean >= 475);
  }
}
