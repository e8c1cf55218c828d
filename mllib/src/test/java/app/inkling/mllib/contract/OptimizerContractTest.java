package app.inkling.mllib.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.optim.Clipping;
import app.inkling.mllib.optim.Momentum;
import app.inkling.mllib.optim.Optimizer;
import app.inkling.mllib.optim.OptimizerState;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Objective;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** The same questions to every optimiser. */
@RunWith(Parameterized.class)
public class OptimizerContractTest {
  @Parameterized.Parameters(name = "{0}")
  public static List<OptimizerCase> cases() {
    return OptimizerCase.all();
  }

  private final OptimizerCase optimizerCase;
  private final Rng rng = new Rng(1);

  public OptimizerContractTest(OptimizerCase optimizerCase) {
    this.optimizerCase = optimizerCase;
  }

  private Optimizer make(List<Tensor> values) {
    return optimizerCase.make().apply(values);
  }

  @Test
  public void stepsAsItsPaperSays() {
    requireAgreement(4, 3);
  }

  @Test
  public void stepsOneNumberAlone() {
    requireAgreement(1, 1);
  }

  private void requireAgreement(int rows, int columns) {
    List<Tensor> values = List.of(Probe.random(Shape.of(rows, columns), rng));
    Optimizer optimizer = make(values);
    OptimizerCase.Oracle[] oracles = IntStream.range(0, rows * columns)
        .mapToObj(i -> optimizerCase.oracle().get()).toArray(OptimizerCase.Oracle[]::new);
    double[] wanted = new double[rows * columns];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = values.get(0).toArray()[i];
    }
    for (int t = 1; t <= 8; t++) {
      float rate = 0.05f / t;
      Tensor gradient = Probe.random(Shape.of(rows, columns), rng);
      optimizer.step(values, List.of(gradient), rate);
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = oracles[i].step(wanted[i], gradient.toArray()[i], rate, t);
      }
      shortenColumns(wanted, rows, columns);
      for (int i = 0; i < wanted.length; i++) {
        assertEquals("step " + t + ", weight " + i, wanted[i], values.get(0).toArray()[i], 2e-6);
      }
    }
  }

  private void shortenColumns(double[] w, int rows, int columns) {
    for (int j = 0; j < columns; j++) {
      double squares = 0;
      for (int i = 0; i < rows; i++) {
        squares += w[i * columns + j] * w[i * columns + j];
      }
      for (int i = 0; i < rows; i++) {
        w[i * columns + j] *= Math.min(1, optimizerCase.longest() / Math.sqrt(squares));
      }
    }
  }

  @Test
  public void hasNothingAgainstNoWeightsAtAll() {
    Optimizer optimizer = make(List.of());
    optimizer.step(List.of(), List.of(), 0.1f);
    assertEquals(1, optimizer.state().steps());
  }

  @Test
  public void goesOnFromASavedStateWithTheSameBytes() {
    List<Tensor> straight = weights(rng);
    List<Tensor> resumed = copies(straight);
    Optimizer optimizer = make(straight);
    Optimizer before = make(resumed);
    for (int step = 0; step < 3; step++) {
      List<Tensor> gradients = weights(rng);
      optimizer.step(straight, gradients, 0.1f);
      before.step(resumed, gradients, 0.1f);
    }
    Optimizer after = make(resumed);
    after.restore(before.state(), resumed);
    for (int step = 0; step < 3; step++) {
      List<Tensor> gradients = weights(rng);
      optimizer.step(straight, gradients, 0.1f);
      after.step(resumed, gradients, 0.1f);
    }
    assertEquals(6, after.state().steps());
    assertEquals(optimizer.describe(), after.state().optimizer());
    for (int i = 0; i < straight.size(); i++) {
      assertArrayEquals(straight.get(i).toArray(), resumed.get(i).toArray(), 0);
    }
  }

  @Test
  public void keepsItsStateApartFromWhatItHandedOut() {
    List<Tensor> weights = weights(rng);
    Optimizer optimizer = make(weights);
    optimizer.step(weights, weights(rng), 0.1f);
    Optimizer copy = make(weights);
    copy.restore(optimizer.state(), weights);
    List<float[]> before = optimizer.state().moments().stream().map(Tensor::toArray).toList();
    copy.step(weights, weights(rng), 0.1f);
    for (int i = 0; i < before.size(); i++) {
      assertArrayEquals(before.get(i), optimizer.state().moments().get(i).toArray(), 0);
    }
  }

  @Test
  public void refusesTheStateOfAnotherOptimizer() {
    List<Tensor> weights = weights(new Rng(2));
    Optimizer other = new Momentum(0.5f);
    other.step(weights, weights(new Rng(3)), 0.1f);
    Exception refusal = assertThrows(IllegalArgumentException.class,
        () -> make(weights).restore(other.state(), weights));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("momentum mu=0.5"));
  }

  @Test
  public void refusesAStateOfOtherShapes() {
    List<Tensor> weights = weights(new Rng(2));
    Optimizer optimizer = make(weights);
    optimizer.step(weights, weights(new Rng(3)), 0.1f);
    OptimizerState state = optimizer.state();
    if (!state.moments().isEmpty()) {
      List<Tensor> others = List.of(Tensor.zeros(Shape.of(5, 3)), Tensor.zeros(Shape.of(2)));
      assertThrows(IllegalArgumentException.class, () -> make(others).restore(state, others));
      List<Tensor> fewer = weights.subList(0, 1);
      assertThrows(IllegalArgumentException.class, () -> make(fewer).restore(state, fewer));
    }
  }

  @Test
  public void refusesAGradientOfAnotherShape() {
    List<Tensor> weights = List.of(Tensor.zeros(Shape.of(2, 3)));
    Tensor gradient = Tensor.zeros(Shape.of(3, 2));
    Exception refusal = assertThrows(IllegalArgumentException.class,
        () -> make(weights).step(weights, List.of(gradient), 0.1f));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("[3, 2]; wants [2, 3]"));
  }

  @Test
  public void refusesFewerGradientsThanWeights() {
    List<Tensor> weights = weights(rng);
    Exception refusal = assertThrows(IllegalArgumentException.class,
        () -> make(weights).step(weights, weights.subList(0, 1), 0.1f));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("wants a gradient for each of 2 tensors"));
  }

  @Test
  public void goesDownhillOnASquare() {
    List<Tensor> weights = List.of(Tensor.of(Shape.of(4), 3, -2, 1, 5));
    Optimizer optimizer = make(weights);
    double start = Clipping.norm(weights);
    for (int step = 0; step < 2000; step++) {
      optimizer.step(weights, copies(weights), 0.05f);
    }
    assertTrue("norm " + Clipping.norm(weights), Clipping.norm(weights) < start / 2);
  }

  @Test
  public void trainsToTheSameBytesFromTheSameSeedOnOneTwoAndFourThreads() {
    float[] once = trained(1);
    assertArrayEquals(once, trained(1), 0);
    assertArrayEquals(once, trained(2), 0);
    assertArrayEquals(once, trained(4), 0);
  }

  /** Weights after a few steps towards the mean of three random numbers. */
  private float[] trained(int threads) {
    Dense dense = new Dense("d", 3, 1, false, Initializer.xavier(new Rng(5)));
    Objective objective = (graph, examples) -> {
      Tensor input = Tensor.zeros(Shape.of(examples, 3));
      Tensor target = Tensor.zeros(Shape.of(examples, 1));
      Var loss = new SquaredError().apply(dense.apply(graph.input(input)), graph.input(target));
      return shard(loss, input, target);
    };
    TrainerOptions options = TrainerOptions.DEFAULTS.withBatch(12, 3).withThreads(threads);
    Optimizer optimizer = make(List.of(dense.weight().value()));
    try (Trainer trainer = new Trainer(dense.parameters(), objective, optimizer, Schedule.constant(0.01f),
        options)) {
      trainer.train(new Batches(30, 12, 1), Budget.ofSteps(6), TrainingListener.NONE);
    }
    return dense.weight().value().toArray();
  }

  private static Objective.Shard shard(Var loss, Tensor input, Tensor target) {
    return new Objective.Shard() {
      @Override
      public Var loss() {
        return loss;
      }

      @Override
      public void load(int[] batch, int from, Rng unused) {
        for (int n = 0; n < input.rows().length; n++) {
          Rng numbers = new Rng(batch[from + n]);
          float sum = 0;
          for (int j = 0; j < 3; j++) {
            input.rows()[n][j] = numbers.nextFloat();
            sum += input.rows()[n][j];
          }
          target.rows()[n][0] = sum / 3;
        }
      }
    };
  }

  private static List<Tensor> weights(Rng rng) {
    return List.of(Probe.random(Shape.of(3, 5), rng), Probe.random(Shape.of(4, 2), rng));
  }

  private static List<Tensor> copies(List<Tensor> tensors) {
    List<Tensor> copies = new ArrayList<>();
    for (Tensor tensor : tensors) {
      Tensor copy = Tensor.zerosLike(tensor);
      copy.copyFrom(tensor);
      copies.add(copy);
    }
    return copies;
  }
}
