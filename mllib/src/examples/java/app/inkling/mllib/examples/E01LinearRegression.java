package app.inkling.mllib.examples;

import app.inkling.mllib.data.Table;
import app.inkling.mllib.model.linear.Lasso;
import app.inkling.mllib.model.linear.LinearRegression;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Linear regression: in closed form and by descent one comes to the same place. */
public final class E01LinearRegression {
  private E01LinearRegression() {}

  public static void main(String[] arguments) throws IOException {
    run(System.out);
  }

  public static void run(PrintStream out) throws IOException {
    Table diabetes = Lesson.table("diabetes");
    LinearRegression solved = LinearRegression.closedForm(diabetes, 0.5);
    out.printf(Locale.ROOT, "closed form: explains %.4f of the variance%n", solved.explained(diabetes));
    LinearRegression walked = new LinearRegression(10);
    double furthest = 0;
    for (int steps : new int[] {1, 10, 100, 300}) {
      walked.descend(diabetes, 0.5, 0.4, steps);
      furthest = 0;
      for (int j = 0; j < 10; j++) {
        furthest = Math.max(furthest, Math.abs(walked.weights()[j] - solved.weights()[j]));
      }
      out.printf(Locale.ROOT, "%3d steps more: explains %.4f, furthest weight off by %.2g%n",
          steps, walked.explained(diabetes),
          furthest);
    }
    Lesson.check(furthest < 1e-6, "descent ends at the closed form");
    double[] few = Lasso.fit(diabetes, 10, 1000).weights();
    long kept = Arrays.stream(few).filter(w -> w != 0).count();
    out.printf(Locale.ROOT, "lasso keeps %d of 10 inputs%n", kept);
    Lesson.check(kept > 0 && kept < 10, "lasso leaves some inputs out");
  }
}
