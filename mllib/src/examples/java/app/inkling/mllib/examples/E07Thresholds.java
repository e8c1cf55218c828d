package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.model.analysis.LinearCollapse;
import app.inkling.mllib.model.vision.BooleanNet;
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
    BooleanNet eitherOr = new BooleanNet(2, false, true, true, false);
    for (int situation = 0; situation < 4; situation++) {
      boolean answer = eitherOr.answer(situation);
      out.printf(Locale.ROOT, "%d either-or %d: %s%n", situation & 1, situation >> 1, answer ? "yes" : "no");
      Lesson.check(answer == (situation == 1 || situation == 2), "that is either-or");
    }

    Initializer xavier = Initializer.xavier(new Rng(1));
    Dense first = new Dense("first", 2, 50, xavier);
    Dense second = new Dense("second", 50, 1, xavier);
    float deep = output(new Sequential("deep", first, second));
    float flat = output(LinearCollapse.of(first, second));
    out.printf(Locale.ROOT, "two linear layers, 50 units between them: %.6f; the one layer they are: %.6f%n",
        deep, flat);
    Lesson.check(Math.abs(deep - flat) < 1e-5, "linear layers collapse");
  }

  private static float output(Layer network) {
    return network.apply(new Graph().input(Tensor.of(Shape.of(1, 2), 1, 1))).value().toArray()[0];
  }
}
