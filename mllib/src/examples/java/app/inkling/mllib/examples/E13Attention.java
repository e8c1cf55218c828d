package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.AttentionOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Soft attention as a memory that is asked by content: the map shows where each question looked. */
public final class E13Attention {
  private E13Attention() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    List<String> names = List.of("red", "green", "blue");
    Tensor keys = Tensor.of(Shape.of(3, 1, 3), 20, 0, 0, 0, 20, 0, 0, 0, 20);
    Tensor values = Tensor.of(Shape.of(3, 1, 1), 650, 530, 460);
    Tensor questions = Tensor.of(Shape.of(2, 1, 3), 0, 0, 1, 0.6f, 0.6f, 0);
    Graph graph = new Graph();
    Var answers = AttentionOps.dotProduct(graph.input(questions), graph.input(keys), graph.input(values), false);
    float[][] map = AttentionOps.weights(answers)[0];
    String[] asked = {"blue?", "red or green?"};
    for (int t = 0; t < 2; t++) {
      out.printf(Locale.ROOT, "%-14s", asked[t]);
      for (int s = 0; s < 3; s++) {
        out.printf(Locale.ROOT, " %s %.3f", names.get(s), map[t][s]);
      }
      out.printf(Locale.ROOT, "  answer %.0f nm%n", answers.value().rows()[t][0]);
    }
    Lesson.check(Math.abs(answers.value().rows()[0][0] - 460) < 1, "the first question finds blue");
    Lesson.check(Math.abs(answers.value().rows()[1][0] - 590) < 1, "the second gets the mean of red and green");
  }
}
