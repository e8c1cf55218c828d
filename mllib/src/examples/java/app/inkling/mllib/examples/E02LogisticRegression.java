package app.inkling.mllib.examples;

import app.inkling.mllib.data.Table;
import app.inkling.mllib.model.linear.LogisticRegression;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Logistic regression: climbing the likelihood and descending the loss are the same walk. */
public final class E02LogisticRegression {
  private E02LogisticRegression() {}

  public static void main(String[] arguments) throws IOException {
    run(System.out);
  }

  public static void run(PrintStream out) throws IOException {
    Table tumours = Lesson.table("breast_cancer");
    LogisticRegression down = new LogisticRegression(30);
    LogisticRegression up = new LogisticRegression(30);
    for (int round = 1; round <= 4; round++) {
      down.descend(tumours, 0.01, 0.5, 25);
      up.ascend(tumours, 0.01, 0.5, 25);
      out.printf(Locale.ROOT, "%3d steps: loss %.6f, log-likelihood %.6f, %.1f %% right%n",
          25 * round, down.loss(tumours),
          up.logLikelihood(tumours), 100 * down.accuracy(tumours));
    }
    Lesson.check(Arrays.equals(down.theta(), up.theta()), "both ways end at the same weights, to the bit");
    Lesson.check(down.accuracy(tumours) > 0.97, "a line tells the tumours apart");
  }
}
