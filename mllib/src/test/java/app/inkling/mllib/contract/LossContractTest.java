package app.inkling.mllib.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.oracle.Naive;
import app.inkling.mllib.oracle.Scalar;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** The same questions to every loss. */
@RunWith(Parameterized.class)
public class LossContractTest {
  private static final int OUTPUTS = 5;

  /** A loss as the suite meets it, on outputs [N, {@value #OUTPUTS}]. */
  interface LossCase {
    Var apply(Var outputs, Rng targets);

    /** The same from scalars, drawing the same targets. */
    Scalar oracle(Scalar[][] outputs, Rng targets);

    /** On targets for one example too many. */
    Var misfit(Var outputs);
  }

  static final class CrossEntropyCase implements LossCase {
    private final float smoothing;
    private final boolean weighted;

    CrossEntropyCase(float smoothing, boolean weighted) {
      this.smoothing = smoothing;
      this.weighted = weighted;
    }

    private Labels labels(int examples, Rng targets) {
      Labels labels = new Labels(examples);
      for (int n = 0; n < examples; n++) {
        labels.set(n, targets.nextInt(OUTPUTS), weighted ? n : 1);
      }
      return labels;
    }

    @Override
    public Var apply(Var outputs, Rng targets) {
      return new SoftmaxCrossEntropy(smoothing).apply(outputs, labels(outputs.shape().get(0), targets));
    }

    @Override
    public Scalar oracle(Scalar[][] outputs, Rng targets) {
      Labels labels = labels(outputs.length, targets);
      List<Scalar> terms = new ArrayList<>();
      for (int n = 0; n < outputs.length; n++) {
        double[] target = new double[OUTPUTS];
        Arrays.fill(target, (double) smoothing / OUTPUTS);
        target[labels.label(n)] += 1 - (double) smoothing;
        terms.add(Naive.crossEntropy(outputs[n], target).times(labels.weight(n) / labels.totalWeight()));
      }
      return Scalar.sum(terms);
    }

    @Override
    public Var misfit(Var outputs) {
      return apply(outputs.graph().input(Tensor.zeros(Shape.of(OUTPUTS))), new Rng(1));
    }
  }

  static final class SquaredErrorCase implements LossCase {
    @Override
    public Var apply(Var outputs, Rng targets) {
      Tensor target = Probe.random(outputs.shape(), targets);
      return new SquaredError().apply(outputs, outputs.graph().input(target));
    }

    @Override
    public Scalar oracle(Scalar[][] outputs, Rng targets) {
      return Naive.squaredError(outputs, Probe.random(Shape.of(outputs.length, OUTPUTS), targets).rows());
    }

    @Override
    public Var misfit(Var outputs) {
      Tensor target = Tensor.zeros(Shape.of(outputs.shape().get(0) + 1, OUTPUTS));
      return new SquaredError().apply(outputs, outputs.graph().input(target));
    }
  }

  @Parameterized.Parameters(name = "{0}")
  public static List<Object[]> cases() {
    return Arrays.asList(
        new Object[] {"SoftmaxCrossEntropy", new CrossEntropyCase(0, false)},
        new Object[] {"SoftmaxCrossEntropy with smoothing", new CrossEntropyCase(0.1f, false)},
        new Object[] {"SoftmaxCrossEntropy with weights", new CrossEntropyCase(0.2f, true)},
        new Object[] {"SquaredError", new SquaredErrorCase()});
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
  public void gradientsAddUpWhereTheOutputsAreUsedTwice() {
    requireAgreement(3, 2);
  }

  private void requireAgreement(int examples, int uses) {
    Graph graph = new Graph();
    Var outputs = graph.variable(Probe.random(Shape.of(examples, OUTPUTS), rng));
    Var loss = lossCase.apply(outputs, new Rng(9));
    for (int use = 1; use < uses; use++) {
      loss = ElementOps.add(loss, lossCase.apply(outputs, new Rng(9 + use)));
    }
    graph.backward(loss);
    List<float[]> points = Arrays.asList(outputs.value().toArray());
    assertEquals(oracle(at(points.get(0)), uses).value, loss.scalar(), 1e-5);
    Judge.requireGradient(points, scalars -> oracle(scalars.get(0), uses),
        Arrays.asList(graph.gradient(outputs).toArray()), rng);
  }

  private Scalar oracle(Scalar[] flat, int uses) {
    Scalar[][] outputs = new Scalar[flat.length / OUTPUTS][];
    for (int n = 0; n < outputs.length; n++) {
      outputs[n] = Arrays.copyOfRange(flat, n * OUTPUTS, (n + 1) * OUTPUTS);
    }
    Scalar sum = lossCase.oracle(outputs, new Rng(9));
    for (int use = 1; use < uses; use++) {
      sum = sum.plus(lossCase.oracle(outputs, new Rng(9 + use)));
    }
    return sum;
  }

  private static Scalar[] at(float[] values) {
    Scalar[] scalars = new Scalar[values.length];
    for (int j = 0; j < values.length; j++) {
      scalars[j] = Scalar.of(values[j]);
    }
    return scalars;
  }

  @Test
  public void refusesAMisfitAndSaysWhoWantedWhatAndWhatToDo() {
    Graph graph = new Graph();
    Var outputs = graph.variable(Tensor.zeros(Shape.of(2, OUTPUTS)));
    String message = assertThrows(ShapeException.class, () -> lossCase.misfit(outputs)).getMessage();
    assertTrue(message, message.startsWith(name.split(" ")[0] + ": wants "));
    assertTrue(message, message.contains("got ") && message.contains("; "));
  }

  @Test
  public void repeatsItselfToTheBit() {
    float[][] gradients = new float[2][];
    for (int i = 0; i < 2; i++) {
      Graph graph = new Graph();
      Var outputs = graph.variable(Probe.random(Shape.of(6, OUTPUTS), new Rng(3)));
      Var loss = lossCase.apply(outputs, new Rng(4));
      graph.backward(loss);
      graph.forward();
      graph.backward(loss);
      gradients[i] = graph.gradient(outputs).toArray();
    }
    assertArrayEquals(gradients[0], gradients[1], 0);
  }
}
