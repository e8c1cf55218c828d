package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.GradientCheck;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Trace;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The graph of a neuron with all values and gradients, and how one checks them. */
public final class E04Graph {
  private E04Graph() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    Graph graph = new Graph();
    Parameter weight = new Parameter("weight", Tensor.of(Shape.of(2, 1), 0.5f, -1));
    Parameter bias = new Parameter("bias", Tensor.of(Shape.of(1), 0.25f));
    Var x = graph.input(Tensor.of(Shape.of(1, 2), 2, 1));
    Var y = ElementOps.sigmoid(MatrixOps.dense(x, graph.parameter(weight), graph.parameter(bias)));
    Var loss = new SquaredError().apply(y, graph.input(Tensor.of(Shape.of(1, 1), 1)));
    out.print(Trace.of(loss));
    double error = GradientCheck.worstError(graph, loss, List.of(graph.parameter(weight), graph.parameter(bias)),
        new Rng(1));
    out.printf(Locale.ROOT, "against finite differences: off by %.1g of its size%n", error);
    Lesson.check(error < 1e-2, "the gradient is the slope");
  }
}
