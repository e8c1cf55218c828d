package app.inkling.mllib.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.optim.Sgd;
import app.inkling.mllib.oracle.Scalar;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Objective;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.TrainingListener;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** The same questions to every loss. */
@RunWith(Parameterized.class)
public class LossContractTest {
  @Parameterized.Parameters(name = "{0}")
  public static List<Object[]> cases() {
    return LossCases.all();
  }

  private final String name;
  private final LossCase lossCase;
  private final Rng rng = new Rng(8);

  public LossContractTest(String name, LossCase lossCase) {
    this.name = name;
    this.lossCase = lossCase;
  }

  @Test
  public void valueAndGradientAgreeWithTheOracle() {
    requireAgreement(4, 1);
  }

  @Test
  public void valueAndGradientOfOneExampleAgreeWithTheOracle() {
    requireAgreement(1, 1);
  }

  @Test
  public void computedTargetsGetTheirGradient() {
    Graph graph = new Graph();
    Var outputs = graph.variable(Probe.random(Shape.of(3, LossCases.OUTPUTS), rng));
    Var targets = graph.variable(LossCases.ElementCase.targets(3, rng));
    Var loss = lossCase.between(outputs, targets);
    assumeTrue("has targets that aren't numbers", loss != null);
    graph.backward(loss);
    Judge.requireGradient(List.of(outputs.value().toArray(), targets.value().toArray()),
        at -> lossCase.betweenOracle(inRows(at.get(0)), inRows(at.get(1))),
        List.of(graph.gradient(outputs).toArray(), graph.gradient(targets).toArray()), rng);
  }

  @Test
  public void passesOnTheGradientOfWhatIsMadeOfIt() {
    Graph graph = new Graph();
    Var outputs = graph.variable(Probe.random(Shape.of(3, lossCase.outputs()), rng));
    Var loss = lossCase.apply(outputs, new Rng(9));
    graph.backward(loss);
    float[] once = graph.gradient(outputs).toArray();
    graph.backward(ElementOps.add(loss, ElementOps.add(loss, loss)));
    float[] thrice = graph.gradient(outputs).toArray();
    for (int j = 0; j < once.length; j++) {
      assertEquals(3 * once[j], thrice[j], 1e-6 * Math.max(1, Math.abs(thrice[j])));
    }
  }

  @Test
  public void gradientsAddUpWhereTheOutputsAreUsedTwice() {
    requireAgreement(3, 2);
  }

  private void requireAgreement(int examples, int uses) {
    Graph graph = new Graph();
    Var outputs = graph.variable(Probe.random(Shape.of(examples, lossCase.outputs()), rng));
    Var loss = lossCase.apply(outputs, new Rng(9));
    for (int use = 1; use < uses; use++) {
      loss = ElementOps.add(loss, lossCase.apply(outputs, new Rng(9 + use)));
    }
    graph.backward(loss);
    List<float[]> points = Arrays.asList(outputs.value().toArray());
    assertEquals(oracle(LossCases.at(points.get(0)), uses).value, loss.scalar(), 1e-5);
    Judge.requireGradient(points, scalars -> oracle(scalars.get(0), uses),
        Arrays.asList(graph.gradient(outputs).toArray()), rng);
  }

  private Scalar oracle(Scalar[] flat, int uses) {
    Scalar[][] outputs = inRows(flat);
    Scalar sum = lossCase.oracle(outputs, new Rng(9));
    for (int use = 1; use < uses; use++) {
      sum = sum.plus(lossCase.oracle(outputs, new Rng(9 + use)));
    }
    return sum;
  }

  private Scalar[][] inRows(Scalar[] flat) {
    Scalar[][] rows = new Scalar[flat.length / lossCase.outputs()][];
    for (int n = 0; n < rows.length; n++) {
      rows[n] = Arrays.copyOfRange(flat, n * lossCase.outputs(), (n + 1) * lossCase.outputs());
    }
    return rows;
  }

  @Test
  public void refusesAMisfitAndSaysWhoWantedWhatAndWhatToDo() {
    Graph graph = new Graph();
    Var outputs = graph.variable(Tensor.zeros(Shape.of(2, lossCase.outputs())));
    String message = assertThrows(ShapeException.class, () -> lossCase.misfit(outputs)).getMessage();
    assertTrue(message, message.startsWith(name.split(" ")[0] + ": wants "));
    assertTrue(message, message.contains("got ") && message.contains("; "));
  }

  @Test
  public void refusesAnEmptyBatchAsEveryoneDoes() {
    String message = assertThrows(ShapeException.class,
        () -> lossCase.apply(new Graph().variable(Tensor.zeros(Shape.of(0, 1))), rng)).getMessage();
    assertTrue(message, message.contains("is the batch or the image empty?"));
  }

  @Test
  public void trainsToTheSameBytesFromTheSameSeedOnOneTwoAndFourThreads() {
    float[] once = trained(1);
    assertArrayEquals(once, trained(1), 0);
    assertArrayEquals(once, trained(2), 0);
    assertArrayEquals(once, trained(4), 0);
  }

  /** A dense layer's weights after a few steps on random numbers. */
  private float[] trained(int threads) {
    Dense dense = new Dense("d", 3, lossCase.outputs(), Initializer.xavier(new Rng(5)));
    Objective objective = (graph, examples) -> {
      Tensor input = Tensor.zeros(Shape.of(examples, 3));
      Var loss = lossCase.apply(dense.apply(graph.input(input)), new Rng(6));
      return new Objective.Shard() {
        @Override
        public Var loss() {
          return loss;
        }

        @Override
        public void load(int[] batch, int from, Rng numbers) {
          input.copyFrom(Probe.random(input.shape(), new Rng(batch[from])));
        }
      };
    };
    TrainerOptions options = TrainerOptions.DEFAULTS.withBatch(12, 3).withThreads(threads);
    try (Trainer trainer = new Trainer(dense.parameters(), objective, new Sgd(), Schedule.constant(0.1f),
        options)) {
      trainer.train(new Batches(30, 12, 1), Budget.ofSteps(4), TrainingListener.NONE);
    }
    return dense.weight().value().toArray();
  }

  @Test
  public void repeatsItselfToTheBit() {
    float[][] gradients = new float[4][];
    for (int i = 0; i < 4; i += 2) {
      Graph graph = new Graph();
      Var outputs = graph.variable(Probe.random(Shape.of(6, lossCase.outputs()), new Rng(3)));
      Var loss = lossCase.apply(outputs, new Rng(4));
      graph.backward(loss);
      gradients[i] = graph.gradient(outputs).toArray();
      graph.gradient(outputs).fill(77);
      graph.forward();
      graph.backward(loss);
      gradients[i + 1] = graph.gradient(outputs).toArray();
    }
    for (int i = 1; i < 4; i++) {
      assertArrayEquals(gradients[0], gradients[i], 0);
    }
  }
}
