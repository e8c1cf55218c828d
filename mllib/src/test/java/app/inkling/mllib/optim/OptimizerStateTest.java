package app.inkling.mllib.optim;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** The same questions to every optimiser: does it go on from a saved state, refuse a foreign one, and refuse wrong shapes? */
@RunWith(Parameterized.class)
public class OptimizerStateTest {
  @Parameterized.Parameters(name = "{0}")
  public static Collection<Object[]> optimizers() {
    return Arrays.asList(
        new Object[] {"sgd", (Supplier<Optimizer>) Sgd::new},
        new Object[] {"momentum", (Supplier<Optimizer>) () -> new Momentum(0.9f)},
        new Object[] {"adam", (Supplier<Optimizer>) Adam::new},
        new Object[] {"nesterov", (Supplier<Optimizer>) () -> new Nesterov(0.9f)},
        new Object[] {"adagrad", (Supplier<Optimizer>) Adagrad::new},
        new Object[] {"rmsprop", (Supplier<Optimizer>) RmsProp::new},
        new Object[] {"adam with l2", (Supplier<Optimizer>) () -> new L2Penalty(0.1f, new Adam())},
        new Object[] {"adamw", (Supplier<Optimizer>) () -> new Adam(0.1f)});
  }

  private final Supplier<Optimizer> make;

  public OptimizerStateTest(String name, Supplier<Optimizer> make) {
    this.make = make;
  }

  @Test
  public void goesOnFromASavedStateWithTheSameBytes() {
    Rng rng = new Rng(1);
    List<Tensor> straight = weights(rng);
    List<Tensor> resumed = copies(straight);
    Optimizer optimizer = make.get();
    Optimizer before = make.get();
    for (int step = 0; step < 3; step++) {
      List<Tensor> gradients = weights(rng);
      optimizer.step(straight, gradients, 0.1f);
      before.step(resumed, gradients, 0.1f);
    }
    Optimizer after = make.get();
    after.restore(before.state(), resumed);
    for (int step = 0; step < 3; step++) {
      List<Tensor> gradients = weights(rng);
      optimizer.step(straight, gradients, 0.1f);
      after.step(resumed, gradients, 0.1f);
    }
    assertEquals(6, after.state().steps());
    for (int i = 0; i < straight.size(); i++) {
      assertArrayEquals(straight.get(i).toArray(), resumed.get(i).toArray(), 0);
    }
  }

  @Test
  public void refusesTheStateOfAnotherOptimizer() {
    List<Tensor> weights = weights(new Rng(2));
    Optimizer other = new Momentum(0.5f);
    other.step(weights, weights(new Rng(3)), 0.1f);
    Exception refusal = assertThrows(IllegalArgumentException.class, () -> make.get().restore(other.state(), weights));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("momentum mu=0.5"));
  }

  @Test
  public void refusesAGradientOfAnotherShape() {
    Tensor weight = Tensor.zeros(Shape.of(2, 3));
    Tensor gradient = Tensor.zeros(Shape.of(3, 2));
    Exception refusal = assertThrows(IllegalArgumentException.class,
        () -> make.get().step(List.of(weight), List.of(gradient), 0.1f));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("[3, 2]; wants [2, 3]"));
  }

  @Test
  public void goesDownhillOnASquare() {
    Tensor weight = Tensor.of(Shape.of(4), 3, -2, 1, 5);
    Optimizer optimizer = make.get();
    double start = Clipping.norm(List.of(weight));
    for (int step = 0; step < 2000; step++) {
      optimizer.step(List.of(weight), copies(List.of(weight)), 0.05f);
    }
    assertTrue("norm " + Clipping.norm(List.of(weight)), Clipping.norm(List.of(weight)) < start / 2);
  }

  private static List<Tensor> weights(Rng rng) {
    return List.of(random(Tensor.zeros(Shape.of(3, 5)), rng), random(Tensor.planes(Shape.of(2, 3, 2, 2)), rng));
  }

  private static Tensor random(Tensor tensor, Rng rng) {
    for (float[] row : tensor.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) rng.nextGaussian();
      }
    }
    return tensor;
  }

  private static List<Tensor> copies(List<Tensor> tensors) {
    return tensors.stream().map(tensor -> {
      Tensor copy = Tensor.zerosLike(tensor);
      copy.copyFrom(tensor);
      return copy;
    }).toList();
  }
}
