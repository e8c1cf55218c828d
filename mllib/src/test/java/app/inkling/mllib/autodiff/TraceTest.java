package app.inkling.mllib.autodiff;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.List;
import org.junit.Test;

public class TraceTest {
  /** loss = (relu(x w) + relu(x w) - t)^2 at x = 2, w = 3, t = 5: relu = 6, the sum 12, the loss 49. */
  @Test
  public void showsEveryValueAndEveryGradient() {
    Graph graph = new Graph();
    Var x = graph.variable(Tensor.of(Shape.of(1, 1), 2));
    Parameter w = new Parameter("w", Tensor.of(Shape.of(1, 1), 3));
    Var y = ElementOps.relu(MatrixOps.dense(x, graph.parameter(w), null));
    Var target = graph.input(Tensor.of(Shape.of(1, 1), 5));
    Var loss = new SquaredError().apply(ElementOps.add(y, y), target);
    List<Trace.Node> nodes = Trace.of(loss).nodes();
    String[] made = {"variable", "parameter w", "dense", "relu", "add", "input", "squaredError"};
    float[] values = {2, 3, 6, 6, 12, 5, 49};
    float[] gradients = {84, 56, 28, 28, 14, 0, 1};
    assertEquals(made.length, nodes.size());
    for (int i = 0; i < made.length; i++) {
      assertEquals(made[i], nodes.get(i).made());
      assertArrayEquals(new float[] {values[i]}, nodes.get(i).value(), 0);
      if (made[i].equals("input")) {
        assertNull(nodes.get(i).gradient());
      } else {
        assertArrayEquals(made[i], new float[] {gradients[i]}, nodes.get(i).gradient(), 0);
      }
    }
    assertEquals(List.of(3, 3), nodes.get(4).from());
    String[] lines = Trace.of(loss).toString().split("\n");
    assertTrue(lines[4], lines[4].matches("#4 +add \\(#3, #3\\) +\\[1, 1] +value 12.00 +gradient 14.00"));
    assertTrue(lines[5], lines[5].matches("#5 +input +\\[1, 1] +value 5.000 +gradient -"));
  }

  @Test
  public void showsTheFirstOfManyNumbers() {
    Graph graph = new Graph();
    Var x = graph.variable(Tensor.zeros(Shape.of(2, 4)));
    String text = Trace.of(new SquaredError().apply(x, graph.input(Tensor.zeros(Shape.of(2, 4))))).toString();
    assertTrue(text, text.startsWith("#0   variable                     [2, 4]       value 0.000 0.000 0.000 0.000 "
        + "0.000 0.000 ... "));
  }
}
