package app.inkling.mllib.contract;

import static org.junit.Assert.assertArrayEquals;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.Huber;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.MulticlassHinge;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.loss.WeightPenalty;
import app.inkling.mllib.nn.Elu;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.LeakyRelu;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Maxout;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.List;
import org.junit.Test;

/**
 * Where a function has no derivative, the gradient is what its documentation chose: no random point shows it.
 */
public class KinkTest {
  private final Graph graph = new Graph();

  /** The gradient by x of the sum of all outputs, each of them 1. */
  private float[] gradient(Layer layer, Shape perExample, float... x) {
    Var in = graph.variable(Tensor.of(Shape.of(1, x.length), x));
    Var out = Probe.rows(in, layer, perExample);
    Tensor target = Tensor.zerosLike(out.value());
    float[] below = out.value().toArray();
    for (int j = 0; j < below.length; j++) {
      below[j] -= below.length / 2f;
    }
    target.copyFrom(below);
    graph.backward(new SquaredError().apply(out, graph.input(target)));
    return graph.gradient(in).toArray();
  }

  @Test
  public void activationsAtZeroTakeTheSideBelow() {
    assertArrayEquals(new float[] {0, 0, 1}, gradient(new Relu(), Shape.of(3), 0, -1, 1), 0);
    assertArrayEquals(new float[] {0.25f, 0.25f, 1}, gradient(new LeakyRelu(0.25f), Shape.of(3), 0, -1, 1), 0);
    assertArrayEquals(new float[] {0.5f, 1}, gradient(new Elu(0.5f), Shape.of(2), 0, 1), 0);
  }

  /** Two units of three pieces: (1, 4, 2) and (5, 5, 5). */
  @Test
  public void theFirstOfEqualPiecesGetsAll() {
    assertArrayEquals(new float[] {0, 1, 1, 0, 0, 0}, gradient(new Maxout(3), Shape.of(6), 1, 5, 4, 5, 2, 5), 0);
  }

  @Test
  public void theFirstOfEqualPixelsGetsAll() {
    assertArrayEquals(new float[] {0, 1, 0, 0}, gradient(new MaxPool2d(2), Shape.of(2, 2, 1), 1, 3, 3, 3), 0);
    assertArrayEquals(new float[] {0, 0, 0, 2, 0, 0},
        gradient(new MaxPool2d(2, 1), Shape.of(3, 2, 1), 1, 2, 1, 3, 3, 3), 0);
  }

  @Test
  public void aMarginThatIsJustKeptCostsNothing() {
    Var scores = graph.variable(Tensor.of(Shape.of(1, 3), 2, 1, 1.5f));
    graph.backward(new MulticlassHinge(1).apply(scores, Labels.of(0)));
    assertArrayEquals(new float[] {-1, 0, 1}, graph.gradient(scores).toArray(), 0);
  }

  @Test
  public void aWeightOfZeroIsNotPulled() {
    Var weights = graph.variable(Tensor.of(Shape.of(3), 0, 2, -2));
    graph.backward(new WeightPenalty(0.5f, 0).apply(List.of(weights)));
    assertArrayEquals(new float[] {0, 0.5f, -0.5f}, graph.gradient(weights).toArray(), 0);
  }

  @Test
  public void whereSquareBecomesStraightBothSlopesAreDelta() {
    Var outputs = graph.variable(Tensor.of(Shape.of(1, 4), 0.5f, -0.5f, 3, 0));
    graph.backward(new Huber(0.5f).apply(outputs, graph.input(Tensor.zeros(Shape.of(1, 4)))));
    assertArrayEquals(new float[] {0.125f, -0.125f, 0.125f, 0}, graph.gradient(outputs).toArray(), 0);
  }
}
