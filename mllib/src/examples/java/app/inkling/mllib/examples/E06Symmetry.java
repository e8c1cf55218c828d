package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.model.analysis.Symmetry;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.optim.Sgd;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.PrintStream;
import java.util.Locale;

/** Why first weights are random: units born equal stay equal. */
public final class E06Symmetry {
  private E06Symmetry() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    float equal = train(out, "all weights 0.5", (weight, fanIn, fanOut) -> weight.fill(0.5f), 1);
    float random = train(out, "random weights ", Initializer.xavier(new Rng(1)), 4);
    Lesson.check(random < equal / 2, "only different units can say either-or");
  }

  private static float train(PrintStream out, String how, Initializer initializer, int units) {
    Dense hidden = new Dense("hidden", 2, 4, initializer);
    Sequential network = new Sequential("xor", hidden, new Tanh(), new Dense("out", 4, 1, initializer));
    Graph graph = new Graph();
    Var x = graph.input(Tensor.of(Shape.of(4, 2), 0, 0, 0, 1, 1, 0, 1, 1));
    Var loss = new SquaredError().apply(network.apply(x), graph.input(Tensor.of(Shape.of(4, 1), 0, 1, 1, 0)));
    float last = Lesson.descend(graph, loss, network.parameters(), new Sgd(), 0.2f, 3000);
    int different = Symmetry.differentUnits(hidden);
    out.printf(Locale.ROOT, "%s: %d different units of 4, loss on either-or %.4f%n", how, different, last);
    Lesson.check(different == units, "there are " + units + " different units");
    return last;
  }
}
