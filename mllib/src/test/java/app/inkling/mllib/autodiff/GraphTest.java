package app.inkling.mllib.autodiff;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class GraphTest {
  private final Graph graph = new Graph();
  private final Parameter weight = new Parameter("w", Tensor.of(Shape.of(2, 1), 3, 4));

  @Test
  public void replaysWithNewInputs() {
    Tensor x = Tensor.of(Shape.of(1, 2), 1, 1);
    Var y = MatrixOps.dense(graph.input(x), graph.parameter(weight), null);
    assertEquals(7, y.scalar(), 0);
    x.copyFrom(new float[] {2, 0});
    graph.forward();
    assertEquals(6, y.scalar(), 0);
  }

  @Test
  public void aParameterThatTheLossDoesNotReachHasAGradientOfZeros() {
    Parameter idle = new Parameter("idle", Tensor.zeros(Shape.of(2, 1)));
    Tensor x = Tensor.of(Shape.of(1, 2), 1, 2);
    MatrixOps.dense(graph.input(x), graph.parameter(idle), null);
    Var loss = loss(x);
    graph.backward(loss);
    assertArrayEquals(new float[] {0, 0}, graph.gradient(idle).toArray(), 0);
    assertArrayEquals(new float[] {2 * 11, 2 * 22}, graph.gradient(weight).toArray(), 0);
  }

  @Test
  public void aSecondBackwardDoesNotAddToTheFirst() {
    Tensor x = Tensor.of(Shape.of(1, 2), 1, 2);
    Var loss = loss(x);
    graph.backward(loss);
    graph.backward(loss);
    assertArrayEquals(new float[] {22, 44}, graph.gradient(weight).toArray(), 0);
  }

  @Test
  public void twoLossesOfOneGraphHaveTheirOwnGradients() {
    Tensor x = Tensor.of(Shape.of(1, 2), 1, 2);
    Var first = loss(x);
    Var second = ElementOps.add(first, first);
    graph.backward(second);
    assertArrayEquals(new float[] {44, 88}, graph.gradient(weight).toArray(), 0);
    graph.backward(first);
    assertArrayEquals(new float[] {22, 44}, graph.gradient(weight).toArray(), 0);
  }

  @Test
  public void anInputsGradientIsThereForTheAsking() {
    Var x = graph.variable(Tensor.of(Shape.of(1, 2), 1, 2));
    Var y = MatrixOps.dense(x, graph.parameter(weight), null);
    Var loss = new SquaredError().apply(y, graph.input(Tensor.zeros(Shape.of(1, 1))));
    graph.backward(loss);
    assertArrayEquals(new float[] {2 * 11 * 3, 2 * 11 * 4}, graph.gradient(x).toArray(), 0);
  }

  @Test
  public void saysWhyAGradientIsNotThere() {
    Tensor x = Tensor.of(Shape.of(1, 2), 1, 2);
    Var loss = loss(x);
    assertThrows(IllegalStateException.class, () -> graph.gradient(weight));
    graph.backward(loss);
    Parameter stranger = new Parameter("stranger", Tensor.zeros(Shape.of(1)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> graph.gradient(stranger)).getMessage();
    assertTrue(message, message.contains("stranger[1] is not used in this graph"));
    assertThrows(IllegalArgumentException.class, () -> graph.gradient(loss));
  }

  @Test
  public void refusesALossOfSeveralNumbersAndInputsOfAnotherGraph() {
    Var x = graph.variable(Tensor.zeros(Shape.of(2, 2)));
    assertThrows(ShapeException.class, () -> graph.backward(ElementOps.relu(x)));
    assertThrows(ShapeException.class, () -> graph.backward(x));
    Var foreign = new Graph().input(Tensor.zeros(Shape.of(2, 2)));
    assertThrows(IllegalArgumentException.class, () -> ElementOps.add(x, foreign));
  }

  @Test
  public void dropoutDropsItsShareInTrainingAndNothingOtherwise() {
    Var x = graph.variable(Tensor.zeros(Shape.of(100, 100)));
    x.value().fill(1);
    Var y = ElementOps.dropout(x, 0.25f);
    assertArrayEquals(x.value().toArray(), y.value().toArray(), 0);
    graph.training(true);
    graph.rng().seed(5);
    graph.forward();
    float[] first = y.value().toArray();
    int dropped = 0;
    for (float value : first) {
      assertTrue(value == 0 || value == 1 / 0.75f);
      dropped += value == 0 ? 1 : 0;
    }
    assertEquals(2500, dropped, 200);
    graph.forward();
    assertTrue("each pass drops anew", !Arrays.equals(first, y.value().toArray()));
    graph.rng().seed(5);
    graph.forward();
    assertArrayEquals(first, y.value().toArray(), 0);
  }

  @Test
  public void dropoutPassesTheGradientWhereItPassedTheValue() {
    Var x = graph.variable(Tensor.zeros(Shape.of(4, 4)));
    x.value().fill(2);
    Var y = ElementOps.dropout(x, 0.5f);
    Var loss = new SquaredError().apply(y, graph.input(Tensor.zeros(Shape.of(4, 4))));
    graph.training(true);
    graph.forward();
    graph.backward(loss);
    for (int i = 0; i < 16; i++) {
      float out = y.value().toArray()[i];
      assertEquals(2 * out / 16 * (out / 2), graph.gradient(x).toArray()[i], 1e-6);
    }
  }

  @Test
  public void equalMaximaShareNothingTheFirstTakesTheGradient() {
    Var x = graph.variable(Tensor.planes(Shape.of(1, 2, 2, 1)));
    x.value().fill(3);
    Var y = ImageOps.flatten(ImageOps.maxPool2d(x, 2, 2));
    Var loss = new SquaredError().apply(y, graph.input(Tensor.zeros(Shape.of(1, 1))));
    graph.backward(loss);
    assertArrayEquals(new float[] {6, 0, 0, 0}, graph.gradient(x).toArray(), 0);
  }

  @Test
  public void gradientCheckTellsRightFromWrong() {
    Tensor x = Tensor.of(Shape.of(1, 2), 1, 2);
    Var loss = loss(x);
    List<Var> variables = List.of(graph.parameter(weight));
    assertTrue(GradientCheck.worstError(graph, loss, variables, new Rng(1)) < 1e-2);
    assertArrayEquals("values are put back", new float[] {3, 4}, weight.value().toArray(), 0);

    Var wrong = graph.record(new WrongSquare(MatrixOps.dense(graph.input(x), graph.parameter(weight), null)));
    assertTrue(GradientCheck.worstError(graph, wrong, variables, new Rng(1)) > 0.3);
  }

  /** y = x^2 for one number, with gradient x instead of 2 x. */
  private static final class WrongSquare extends Op {
    WrongSquare(Var x) {
      super(Tensor.zeros(Shape.of(1)), x);
    }

    @Override
    protected void forward() {
      float x = input(0).rows()[0][0];
      output().rows()[0][0] = x * x;
    }

    @Override
    protected void backward() {
      inputGradient(0).rows()[0][0] = input(0).rows()[0][0];
    }
  }

  private Var loss(Tensor x) {
    Var y = MatrixOps.dense(graph.input(x), graph.parameter(weight), null);
    return new SquaredError().apply(y, graph.input(Tensor.zeros(Shape.of(1, 1))));
  }
}
