package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.PrintStream;
import java.util.Locale;

/** The course's 2-3-1 network on its four points, which lie on y = 3a + 4b. */
public final class E05FirstNetwork {
  private E05FirstNetwork() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    Initializer he = Initializer.he(new Rng(2));
    Sequential network = new Sequential("first", new Dense("hidden", 2, 3, he), new Relu(),
        new Dense("out", 3, 1, he));
    Tensor points = Tensor.of(Shape.of(4, 2), 2, 1, 3, 3, 4, 5, 6, 6);
    Tensor targets = Tensor.of(Shape.of(4, 1), 10, 21, 32, 42);
    Graph graph = new Graph();
    Var loss = new SquaredError().apply(network.apply(graph.input(points)), graph.input(targets));
    for (int round = 0; round < 4; round++) {
      float now = Lesson.descend(graph, loss, network.parameters(), new Adam(), 0.02f, 1500);
      out.printf(Locale.ROOT, "after %4d steps the loss is %.3g%n", 1500 * (round + 1), now);
    }
    float there = network.apply(new Graph().input(Tensor.of(Shape.of(1, 2), 5, 4))).value().toArray()[0];
    out.printf(Locale.ROOT, "at (5, 4), which it hasn't seen, it says %.2f; 3 * 5 + 4 * 4 = 31%n", there);
    Lesson.check(Math.abs(there - 31) < 1, "it learned y = 3a + 4b");
  }
}
