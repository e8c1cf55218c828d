package app.inkling.mllib.rl;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import org.junit.Test;

/** The worlds obey their laws. */
public class WorldsTest {
  /** The numbers are of OpenAI Gym's equations, computed in Python's doubles. */
  @Test
  public void cartAndPoleMoveAsInGym() {
    CartPole world = new CartPole(200);
    world.reset(0.01, -0.02, 0.03, 0.04);
    float[] seen = null;
    for (int action : new int[] {1, 1, 0, 1, 0, 0, 1, 1}) {
      seen = world.step(action).observation();
    }
    double[] wanted = {
        0.03784127348687273, 0.3686907609605089, -0.006509983816711174, -0.5111242205294209};
    for (int i = 0; i < 4; i++) {
      assertEquals(wanted[i], seen[i], 1e-6);
    }
  }

  @Test
  public void thePoleFallsByItselfAndTheEpisodeEnds() {
    CartPole world = new CartPole(200);
    world.reset(new Rng(1));
    int steps = 0;
    Environment.Step step;
    do {
      step = world.step(1);
      steps++;
    } while (!step.over());
    assertTrue(step.ended() && !step.cutOff());
    assertTrue(steps + " steps", steps >= 8 && steps <= 10);
    assertTrue(Math.abs(step.observation()[2]) > 12 * Math.PI / 180);
  }

  @Test
  public void anEpisodeThatGoesWellIsCutOff() {
    CartPole world = new CartPole(5);
    world.reset(new Rng(1));
    for (int i = 1; i <= 5; i++) {
      Environment.Step step = world.step(i % 2);
      assertEquals(i == 5, step.cutOff());
      assertFalse(step.ended());
    }
  }

  private static double walk(GridWorld world, String way) {
    world.reset(new Rng(1));
    double sum = 0;
    for (char step : way.toCharArray()) {
      sum += world.step("URDL".indexOf(step)).reward();
    }
    return sum;
  }

  @Test
  public void wallsAndEdgesHold() {
    GridWorld world = new GridWorld(50, "S#", ".G");
    world.reset(new Rng(1));
    for (char step : "URL".toCharArray()) {
      assertEquals("" + step, 1, world.step("URDL".indexOf(step)).observation()[0], 0);
    }
    assertEquals(1, world.step(2).observation()[2], 0);
    Environment.Step goal = world.step(1);
    assertTrue(goal.ended());
    assertEquals(1, goal.reward(), 0);
  }

  @Test
  public void theShortestWayPaysBest() {
    GridWorld world = new GridWorld(50, "S.G", "..X");
    assertEquals(0.98, walk(world, "RR"), 1e-6);
    assertEquals(0.94, walk(world, "DRUR"), 1e-6);
    assertEquals(-1.04, walk(world, "DRR"), 1e-6);
  }

  @Test
  public void refusesAPlanThatIsNone() {
    for (String[] plan : new String[][] {{"..", "S"}, {"...G"}, {"S?G"}}) {
      String message = assertThrows(IllegalArgumentException.class, () -> new GridWorld(9, plan)).getMessage();
      assertTrue(message, message.startsWith("GridWorld: got ") && message.contains("wants "));
    }
  }
}
