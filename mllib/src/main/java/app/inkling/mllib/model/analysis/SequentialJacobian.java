package app.inkling.mllib.model.analysis;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;

/**
 * How much each step of a sequence's output depends on each step of its input: the sizes of the derivatives
 * {@code dy[t] / dx[s]} (Graves 2012, "Supervised sequence labelling", section 3.4.1). Along a row one sees
 * how far a network remembers; where the sizes shrink or grow by a factor at each step, gradients vanish or
 * explode.
 */
public final class SequentialJacobian {
  private SequentialJacobian() {}

  /**
   * @param layer for sequences
   * @param x one sequence, [T, 1, features]
   * @return {@code [t][s]}: the Frobenius norm of output t's derivatives by input s
   */
  public static double[][] sizes(Layer layer, Tensor x) {
    Graph graph = new Graph();
    Var in = graph.variable(x);
    Var out = layer.apply(in);
    int steps = out.shape().get(0);
    int units = out.shape().get(2);
    double[][] sizes = new double[steps][x.shape().get(0)];
    Tensor choice = Tensor.zeros(Shape.of(units, 1));
    Var chooser = graph.input(choice);
    for (int t = 0; t < steps; t++) {
      Var one = MatrixOps.dense(SequenceOps.step(out, t), chooser, null);
      for (int unit = 0; unit < units; unit++) {
        choice.fill(0);
        choice.rows()[unit][0] = 1;
        graph.forward();
        graph.backward(one);
        addSquares(sizes[t], graph.gradient(in).rows());
      }
      for (int s = 0; s < sizes[t].length; s++) {
        sizes[t][s] = Math.sqrt(sizes[t][s]);
      }
    }
    return sizes;
  }

  private static void addSquares(double[] squares, float[][] gradient) {
    for (int s = 0; s < squares.length; s++) {
      for (float slope : gradient[s]) {
        squares[s] += (double) slope * slope;
      }
    }
  }
}
