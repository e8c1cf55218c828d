package app.inkling.mllib.nn;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.junit.Test;

/** What the course says of pooling: limits, order and place don't matter, and what happens at 0. */
public class PoolLimitsTest {
  private static final float[] VALUES = {0.3f, 1.7f, 0.9f, 2.4f};

  private static float pooled(UnaryOperator<Var> pool, float... values) {
    Graph graph = new Graph();
    Var x = ImageOps.image(graph.input(Tensor.of(Shape.of(1, 4), values)), 2, 2, 1);
    return pool.apply(x).value().rows()[0][0];
  }

  @Test
  public void lpIsTheSumForOneTheL2NormForTwoAndTheMaximumForLargeP() {
    assertEquals(5.3, pooled(new NormPool2d(2, 2, 1)::apply, VALUES), 1e-6);
    double squares = 0.09 + 2.89 + 0.81 + 5.76;
    assertEquals(Math.sqrt(squares), pooled(new NormPool2d(2, 2, 2)::apply, VALUES), 1e-6);
    assertEquals(2.4, pooled(new NormPool2d(2, 2, 1000)::apply, VALUES), 1e-6);
  }

  @Test
  public void logAverageIsTheMeanForSmallBetaAndTheMaximumForLarge() {
    assertEquals(5.3 / 4, pooled(new LogAveragePool2d(2, 2, 1e-4f)::apply, VALUES), 1e-4);
    assertEquals(2.4, pooled(new LogAveragePool2d(2, 2, 1e4f)::apply, VALUES), 1e-3);
    assertEquals(1e6, pooled(new LogAveragePool2d(2, 2, 100)::apply, 1e6f, 0, -1e6f, 3), 1);
  }

  @Test
  public void weightedAverageIsTheMeanForALargeSpreadAndTheMiddleForASmallOne() {
    assertEquals(5.3 / 4, pooled(new WeightedAveragePool2d(2, 2, 1)::apply, VALUES), 1e-6);
    float[] nine = {1, 2, 3, 4, 50, 6, 7, 8, 9};
    Graph graph = new Graph();
    Var x = ImageOps.image(graph.input(Tensor.of(Shape.of(1, 9), nine)), 3, 3, 1);
    assertEquals(10, new WeightedAveragePool2d(3, 3, 1e4f).apply(x).value().rows()[0][0], 1e-5);
    assertEquals(50, new WeightedAveragePool2d(3, 3, 0.01f).apply(x).value().rows()[0][0], 1e-5);
    assertEquals(5.3 / 4, pooled(new WeightedAveragePool2d(2, 2, 0.01f)::apply, VALUES), 1e-6);
  }

  @Test
  public void orderInTheWindowDoesNotMatter() {
    float[] other = {2.4f, 0.9f, 0.3f, 1.7f};
    for (Layer layer : new Layer[] {new NormPool2d(2, 2, 3), new LogAveragePool2d(2, 2, 2), new MaxPool2d(2),
        new AveragePool2d(2)}) {
      assertEquals(pooled(layer::apply, VALUES), pooled(layer::apply, other), 1e-6);
    }
  }

  @Test
  public void aShiftByTheStrideShiftsTheResult() {
    Tensor image = Tensor.zeros(Shape.of(1, 36));
    Rng rng = new Rng(2);
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        image.rows()[0][y * 6 + x] = rng.nextFloat();
      }
    }
    Tensor moved = Tensor.zeros(Shape.of(1, 36));
    System.arraycopy(image.rows()[0], 0, moved.rows()[0], 14, 36 - 14);
    for (Layer layer : new Layer[] {new NormPool2d(2, 2, 3), new LogAveragePool2d(2, 2, 2)}) {
      Graph graph = new Graph();
      float[] before = layer.apply(ImageOps.image(graph.input(image), 6, 6, 1)).value().toArray();
      float[] after = layer.apply(ImageOps.image(graph.input(moved), 6, 6, 1)).value().toArray();
      float[] wanted = {0, 0, 0, 0, before[0], before[1], 0, before[3], before[4]};
      assertArrayEquals(wanted, after, 0);
    }
  }

  @Test
  public void aWindowOfZerosHasNormZeroAndGetsNoGradient() {
    Graph graph = new Graph();
    Var x = graph.variable(Tensor.zeros(Shape.of(1, 4)));
    Var y = new NormPool2d(2, 2, 2).apply(ImageOps.image(x, 2, 2, 1));
    assertEquals(0, y.value().rows()[0][0], 0);
    Tensor target = Tensor.planes(Shape.of(1, 1, 1, 1));
    target.fill(1);
    graph.backward(new SquaredError().apply(y, graph.input(target)));
    assertArrayEquals(new float[4], graph.gradient(x).toArray(), 0);
  }

  @Test
  public void refusesPowersWithoutMeaning() {
    assertThrows(IllegalArgumentException.class, () -> new NormPool2d(2, 2, 0.5f));
    assertThrows(IllegalArgumentException.class, () -> new LogAveragePool2d(2, 2, 0));
    assertThrows(IllegalArgumentException.class, () -> new WeightedAveragePool2d(2, 2, 0));
  }
}
