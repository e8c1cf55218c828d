package app.inkling.mllib.rl;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import org.junit.Test;

/** Acting by what actions are worth. */
public class DeepQTest {
  /**
   * Stops at the first thousand steps after which 20 episodes go well, and is then asked about 100 others.
   * That was after 7, 10, 14, 20, 8 and 5 thousand steps with seeds 1 to 6, and the 100 had a mean of 198.2
   * or more.
   */
  @Test
  public void balancesThePole() {
    DeepQ learner = new DeepQ(new CartPole(200),
        new DeepQ.Settings(64, 0.99, 0.001f, 40000, 40000, 32, 2, 200, 0.2, 0.05), new Rng(1));
    CartPole other = new CartPole(200);
    Rng trials = new Rng(21);
    double before = learner.meanReward(other, 100, new Rng(99));
    do {
      learner.learn(1000);
    } while (learner.steps() < 20000 && learner.meanReward(other, 20, trials) < 198);
    double after = learner.meanReward(other, 100, new Rng(99));
    assertTrue("before " + before, before < 100);
    assertTrue("after " + after, after >= 195);
  }

  /** Had found the shortest way after 8,000 steps with each of seeds 1 to 6. */
  @Test
  public void findsTheShortestWay() {
    DeepQ learner = new DeepQ(GridWorldWays.world(),
        new DeepQ.Settings(32, 0.95, 0.003f, 10000, 10000, 32, 2, 100, 0.5, 0.05), new Rng(1));
    learner.learn(10000);
    assertEquals(10000, learner.steps());
    assertEquals(GridWorldWays.SHORTEST, learner.meanReward(GridWorldWays.world(), 1, new Rng(9)), 1e-5);
  }

  @Test
  public void remembersTheLastStepsAlone() {
    ReplayMemory memory = new ReplayMemory(3);
    for (int i = 0; i < 5; i++) {
      memory.add(new float[] {i}, i, new Environment.Step(new float[] {i + 1}, 10 * i, i == 4, i == 3));
    }
    assertEquals(3, memory.size());
    boolean[] found = new boolean[5];
    for (int step : memory.draw(100, new Rng(1))) {
      int action = memory.action(step);
      found[action] = true;
      assertArrayEquals(new float[] {action}, memory.before(step), 0);
      assertArrayEquals(new float[] {action + 1}, memory.after(step), 0);
      assertEquals(10 * action, memory.reward(step), 0);
      assertEquals("a cut is no end", action == 4, memory.ended(step));
    }
    assertFalse(found[0] || found[1]);
    assertTrue(found[2] && found[3] && found[4]);
  }

  @Test
  public void refusesToDiscountNothing() {
    String message = assertThrows(IllegalArgumentException.class,
        () -> new DeepQ.Settings(8, 1, 0.1f, 10, 10, 2, 1, 1, 0.5, 0)).getMessage();
    assertTrue(message, message.startsWith("DeepQ: discount is 1.0; wants above 0 and below 1"));
  }
}
