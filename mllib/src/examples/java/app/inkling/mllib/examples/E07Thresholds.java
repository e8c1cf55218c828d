package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.model.analysis.BooleanFunction;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.PrintStream;
import java.util.Locale;

/** One hidden layer can say any function of yes and no; without a bend, depth says no more than one layer. */
public final class E07Thresholds {
  private E07Thresholds() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    Sequential eitherOr = BooleanFunction.network(false, true, true, false);
    Tensor situations = Tensor.of(Shape.of(4, 2), 0, 0, 1, 0, 0, 1, 1, 1);
    float[] answers = output(eitherOr, situations);
    for (int i = 0; i < 4; i++) {
      out.printf(Locale.ROOT, "%.0f either-or %.0f: %.0f%n",
          situations.rows()[i][0], situations.rows()[i][1], answers[i]);
    }
    Lesson.check(answers[0] == 0 && answers[1] == 1 && answers[2] == 1 && answers[3] == 0, "that is either-or");

    Initializer xavier = Initializer.xavier(new Rng(1));
    Dense first = new Dense("first", 2, 50, xavier);
    Dense second = new Dense("second", 50, 1, xavier);
    float deep = output(new Sequential("deep", first, second), situations)[3];
    float flat = output(BooleanFunction.collapse(first, second), situations)[3];
    out.printf(Locale.ROOT, "two linear layers, 50 units between them: %.6f; the one layer they are: %.6f%n",
        deep, flat);
    Lesson.check(Math.abs(deep - flat) < 1e-5, "linear layers collapse");
  }

  private static float[] output(Layer network, Tensor x) {
    return network.apply(new Graph().input(x)).value().toArray();
  }
}
