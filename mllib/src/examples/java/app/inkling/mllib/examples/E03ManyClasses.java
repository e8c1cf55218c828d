package app.inkling.mllib.examples;

import app.inkling.mllib.data.Table;
import app.inkling.mllib.model.linear.MulticlassSvm;
import app.inkling.mllib.model.linear.SoftmaxRegression;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** Several classes: probabilities by softmax, or margins by a support vector machine. */
public final class E03ManyClasses {
  private E03ManyClasses() {}

  public static void main(String[] arguments) throws IOException {
    run(System.out);
  }

  public static void run(PrintStream out) throws IOException {
    Table wines = Lesson.table("wine");
    SoftmaxRegression softmax = new SoftmaxRegression(13, 3);
    MulticlassSvm margins = new MulticlassSvm(13, 3);
    softmax.descend(wines, 1e-3, 0.5, 0, 200);
    margins.descend(wines, 1e-3, 0.5, 0.01, 200);
    double[] p = softmax.probabilities(wines.inputs()[100]);
    double[] s = margins.scores(wines.inputs()[100]);
    out.printf(Locale.ROOT, "wine 100 is of class %d%n", wines.labels()[100]);
    out.printf(Locale.ROOT, "softmax: probabilities %.3f %.3f %.3f, %.1f %% right%n", p[0], p[1], p[2],
        100 * softmax.accuracy(wines));
    out.printf(Locale.ROOT, "margins: scores %.2f %.2f %.2f, %.1f %% right%n",
        s[0], s[1], s[2], 100 * margins.accuracy(wines));
    Lesson.check(Math.abs(p[0] + p[1] + p[2] - 1) < 1e-12, "probabilities sum to 1");
    Lesson.check(softmax.accuracy(wines) > 0.98 && margins.accuracy(wines) > 0.98, "both tell the wines apart");
  }
}
