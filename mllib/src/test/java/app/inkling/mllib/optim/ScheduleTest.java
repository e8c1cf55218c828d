package app.inkling.mllib.optim;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.List;
import org.junit.Test;

public class ScheduleTest {
  @Test
  public void stepsFallByTheFactorAfterEachPeriod() {
    Schedule schedule = Schedule.steps(1, 0.1f, 10);
    assertEquals(1, schedule.rate(9), 0);
    assertEquals(0.1, schedule.rate(10), 1e-7);
    assertEquals(0.01, schedule.rate(25), 1e-7);
  }

  @Test
  public void exponentialHalvesWithEachHalfLife() {
    assertEquals(0.125, Schedule.exponential(0.5f, 7).rate(14), 1e-7);
  }

  @Test
  public void cosineRisesToItsRateAndFallsToNothing() {
    Schedule schedule = Schedule.cosine(0.2f, 10, 110);
    assertEquals(0.02, schedule.rate(0), 1e-7);
    assertEquals(0.2, schedule.rate(10), 1e-7);
    assertEquals(0.1, schedule.rate(60), 1e-7);
    assertEquals(0, schedule.rate(110), 1e-7);
    assertEquals(0, schedule.rate(1000), 1e-7);
  }

  @Test
  public void oneCycleRisesAndFallsAsPyTorch113sDoes() {
    Schedule schedule = Schedule.oneCycle(0.5f, 101);
    assertEquals(0.02, schedule.rate(0), 1e-7);
    assertEquals(0.26900450, schedule.rate(15), 1e-7);
    assertEquals(0.49987585, schedule.rate(29), 1e-7);
    assertEquals(0.49987907, schedule.rate(30), 1e-7);
    assertEquals(0.24611306, schedule.rate(65), 1e-7);
    assertEquals(2e-6, schedule.rate(100), 1e-9);
    assertEquals(2e-6, schedule.rate(1000), 1e-9);
  }

  @Test
  public void warmUpRisesToTheScheduleAndThenFollowsIt() {
    Schedule schedule = Schedule.steps(1, 0.5f, 10).withWarmUp(4);
    assertEquals(0.25, schedule.rate(0), 1e-7);
    assertEquals(1, schedule.rate(3), 1e-7);
    assertEquals(1, schedule.rate(9), 0);
    assertEquals(0.5, schedule.rate(10), 1e-7);
    assertThrows(IllegalArgumentException.class, () -> Schedule.constant(1).withWarmUp(0));
  }

  @Test
  public void refusesAScheduleWithoutLength() {
    assertThrows(IllegalArgumentException.class, () -> Schedule.cosine(1, 10, 10));
    assertThrows(IllegalArgumentException.class, () -> Schedule.steps(1, 0.5f, 0));
  }

  @Test
  public void clippingByNormKeepsTheDirection() {
    Tensor gradient = Tensor.of(Shape.of(2), 3, 4);
    assertEquals(5, Clipping.byNorm(List.of(gradient), 1), 1e-12);
    assertArrayEquals(new float[] {0.6f, 0.8f}, gradient.toArray(), 1e-7f);
    assertEquals(1, Clipping.byNorm(List.of(gradient), 2), 1e-7);
    assertArrayEquals(new float[] {0.6f, 0.8f}, gradient.toArray(), 1e-7f);
  }

  @Test
  public void clippingByValueCutsEachNumberOff() {
    Tensor gradient = Tensor.of(Shape.of(3), 3, -4, 0.5f);
    Clipping.byValue(List.of(gradient), 1);
    assertArrayEquals(new float[] {1, -1, 0.5f}, gradient.toArray(), 0);
  }

  @Test
  public void weightAverageForgetsTheStartAndFollowsTheWeights() {
    Tensor weight = Tensor.of(Shape.of(1), 100);
    WeightAverage average = new WeightAverage(0.9f, List.of(weight));
    weight.fill(1);
    for (int step = 0; step < 200; step++) {
      average.update(List.of(weight));
    }
    assertEquals(1, average.averages().get(0).toArray()[0], 1e-4);
    assertTrue(average.steps() == 200);
  }
}
