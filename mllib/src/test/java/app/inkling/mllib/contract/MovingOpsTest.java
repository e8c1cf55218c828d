package app.inkling.mllib.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.junit.Test;

/**
 * Operations that only move numbers and have no layer of their own: each number of the input gets the gradients of
 * all places that it went to.
 */
public class MovingOpsTest {
  private final Rng rng = new Rng(31);

  /** Learns where numbers go by sending their places through, then holds the gradient to it. */
  private void requireGradient(Shape shape, UnaryOperator<Var> op) {
    for (boolean computed : new boolean[] {false, true}) {
      Graph graph = new Graph();
      Tensor numbers = Tensor.zeros(shape);
      float[] places = new float[shape.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = i;
      }
      numbers.copyFrom(places);
      Var x = graph.variable(numbers);
      // Behind another op the gradient lies in the workspace, where others left numbers.
      Var y = op.apply(computed ? ElementOps.add(x, graph.input(Tensor.zeros(shape))) : x);
      float[] went = y.value().toArray();
      Tensor target = Probe.random(y.shape(), rng);
      Var loss = new SquaredError().apply(y, graph.input(target));
      float[] wanted = new float[places.length];
      float[] t = target.toArray();
      for (int i = 0; i < went.length; i++) {
        wanted[(int) went[i]] += 2 * (went[i] - t[i]) / went.length;
      }
      for (int replay = 0; replay < 2; replay++) {
        graph.forward();
        graph.backward(loss);
        assertArrayEquals(wanted, graph.gradient(x).toArray(), 1e-5f);
        graph.gradient(x).fill(77);
      }
    }
  }

  @Test
  public void columnsAndTheirCounterparts() {
    requireGradient(Shape.of(3, 7), x -> ShapeOps.columns(x, 2, 3));
    requireGradient(Shape.of(2, 3, 4), x -> ShapeOps.columns(x, 0, 4));
    requireGradient(Shape.of(3, 6), x -> ShapeOps.split(x, 3)[1]);
    requireGradient(Shape.of(3, 6), x -> {
      Var[] parts = ShapeOps.split(x, 3);
      return ShapeOps.concat(parts[2], parts[0], parts[2]);
    });
  }

  @Test
  public void rowsByNumber() {
    requireGradient(Shape.of(4, 3), x -> ShapeOps.gather(x, 3, 1, 1, 0, 3));
  }

  @Test
  public void otherShapes() {
    requireGradient(Shape.of(4, 3), x -> ShapeOps.reshape(x, Shape.of(2, 6)));
    requireGradient(Shape.of(2, 6), x -> ShapeOps.reshape(x, Shape.of(3, 4)));
    requireGradient(Shape.of(2, 3, 5), x -> ShapeOps.reshape(x, Shape.of(6, 5)));
    requireGradient(Shape.of(6, 5), x -> ElementOps.add(ShapeOps.reshape(x, Shape.of(2, 3, 5)),
        x.graph().input(Tensor.zeros(Shape.of(2, 3, 5)))));
    requireGradient(Shape.of(6), x -> ShapeOps.reshape(x, Shape.of(3, 2)));
  }

  /** Used as it is and under another shape, whose gradient may lie in the same rows. */
  @Test
  public void aVariableAndItsOtherShapeTogether() {
    Graph graph = new Graph();
    Var x = graph.variable(Probe.random(Shape.of(6, 2), rng));
    Var loss = ElementOps.add(
        new SquaredError().apply(ShapeOps.reshape(x, Shape.of(2, 3, 2)),
            graph.input(Tensor.zeros(Shape.of(2, 3, 2)))),
        new SquaredError().apply(x, graph.input(Tensor.zeros(Shape.of(6, 2)))));
    graph.backward(loss);
    float[] values = x.value().toArray();
    float[] gradient = graph.gradient(x).toArray();
    for (int i = 0; i < values.length; i++) {
      assertEquals(2 * 2 * values[i] / 12, gradient[i], 1e-6);
    }
  }

  @Test
  public void stepsOfSequences() {
    requireGradient(Shape.of(4, 2, 3), SequenceOps::reverse);
    requireGradient(Shape.of(4, 2, 3), x -> SequenceOps.step(x, -2));
    requireGradient(Shape.of(4, 2, 3), SequenceOps::matrix);
    requireGradient(Shape.of(4, 2, 3), SequenceOps::flatten);
    requireGradient(Shape.of(2, 12), x -> SequenceOps.sequence(x, 4));
  }

  /** Dropout in training: what it let through, and nothing else, gets the gradient, by the same factor. */
  @Test
  public void dropoutLetsTheGradientThroughWhereItLetTheNumbersThrough() {
    Graph graph = new Graph();
    graph.training(true);
    graph.rng().seed(5);
    Tensor ones = Tensor.zeros(Shape.of(50, 40));
    ones.fill(1);
    Var x = graph.variable(ones);
    Var y = ElementOps.dropout(x, 0.25f);
    Tensor none = Tensor.zeros(y.shape());
    Var loss = new SquaredError().apply(y, graph.input(none));
    graph.backward(loss);
    float[] through = y.value().toArray();
    float[] gradient = graph.gradient(x).toArray();
    int kept = 0;
    for (int i = 0; i < through.length; i++) {
      assertTrue(through[i] == 0 || through[i] == 1 / 0.75f);
      assertEquals(2 * through[i] * through[i] / through.length, gradient[i], 1e-8);
      kept += through[i] > 0 ? 1 : 0;
    }
    assertEquals(0.75, kept / 2000.0, 0.04);
    graph.rng().seed(5);
    graph.forward();
    assertArrayEquals("same seed, same units", through, y.value().toArray(), 0);
  }
}
