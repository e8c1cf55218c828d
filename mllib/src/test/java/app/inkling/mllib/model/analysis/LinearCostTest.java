package app.inkling.mllib.model.analysis;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.Table;
import app.inkling.mllib.model.linear.LinearRegression;
import app.inkling.mllib.tensor.Rng;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** Descent and closed form by counting and by the clock. */
public class LinearCostTest {
  /** The loops of {@link LinearRegression} and of Cholesky's factors, with nothing in them but a count. */
  private static long counted(int examples, int inputs) {
    long count = 0;
    for (int n = 0; n < examples; n++) {
      for (int i = 0; i < inputs; i++) {
        count++;
        for (int j = 0; j < inputs; j++) {
          count++;
        }
      }
    }
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j <= i; j++) {
        for (int k = 0; k < j; k++) {
          count++;
        }
      }
      for (int k = 0; k < i; k++) {
        count += 2;
      }
    }
    return count;
  }

  @Test
  public void countsWhatTheLoopsDo() {
    for (int[] size : new int[][] {{1, 1}, {7, 2}, {50, 13}}) {
      LinearCost cost = new LinearCost(size[0], size[1]);
      assertEquals(counted(size[0], size[1]), cost.closedForm());
      assertEquals(2L * size[0] * size[1], cost.step());
    }
    assertEquals("D / 2 steps for many examples", 50, new LinearCost(1_000_000, 100).affordableSteps());
    assertThrows(IllegalArgumentException.class, () -> new LinearCost(0, 3));
  }

  private static Table random(int examples, int inputs) {
    Rng random = new Rng(1);
    double[][] x = new double[examples][inputs];
    double[] t = new double[examples];
    for (int n = 0; n < examples; n++) {
      for (int j = 0; j < inputs; j++) {
        x[n][j] = random.nextGaussian();
        t[n] += x[n][j] / Math.sqrt(inputs);
      }
    }
    return new Table(x, t);
  }

  /** Least processor time of a few rounds, in nanoseconds. */
  private static double time(Runnable work) {
    double least = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 7; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      least = Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return least;
  }

  /**
   * Sixteen times the inputs: a step takes at most about 16 times as long (9.5 seen), the closed form up to 256
   * times (178 seen). The larger first, so that both are compiled when the smaller is timed.
   */
  @Test
  public void byTheClockTheClosedFormGrowsFasterThanAStep() {
    List<Double> steps = new ArrayList<>();
    List<Double> closed = new ArrayList<>();
    for (int inputs : new int[] {400, 25}) {
      Table table = random(500, inputs);
      steps.add(time(() -> new LinearRegression(inputs).descend(table, 0, 0.1, 20)));
      closed.add(time(() -> LinearRegression.closedForm(table, 0)));
    }
    double step = steps.get(0) / steps.get(1);
    double form = closed.get(0) / closed.get(1);
    assertTrue("step " + step + ", closed form " + form, form > 3 * step);
  }

  /** Inputs at right angles want 6 steps, the closed form costs 20, and inputs that are alike want over 2,000. */
  @Test
  public void howManyStepsDescentNeedsIsTheDatasAffair() {
    int inputs = 40;
    Table easy = random(2000, inputs);
    double[][] x = new double[2000][inputs];
    double[] t = easy.targets().clone();
    for (int n = 0; n < 2000; n++) {
      for (int j = 0; j < inputs; j++) {
        x[n][j] = (easy.inputs()[n][j] + 3 * easy.inputs()[n][0]) / 10;
      }
    }
    Table alike = new Table(x, t);
    long affordable = new LinearCost(2000, inputs).affordableSteps();
    int few = stepsNeeded(easy, 0.5);
    int many = stepsNeeded(alike, 0.5);
    assertTrue(few + " steps, " + affordable + " affordable", few < affordable);
    assertTrue(many + " steps, " + affordable + " affordable", many > 10 * affordable);
  }

  /** Until a thousandth of what the closed form explains is missing. */
  private static int stepsNeeded(Table table, double rate) {
    double wanted = LinearRegression.closedForm(table, 0).explained(table) - 1e-3;
    LinearRegression model = new LinearRegression(table.inputs()[0].length);
    int steps = 0;
    while (model.explained(table) < wanted && steps < 2000) {
      model.descend(table, 0, rate, 1);
      steps++;
    }
    return steps;
  }
}
