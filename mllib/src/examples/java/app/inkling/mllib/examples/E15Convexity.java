package app.inkling.mllib.examples;

import app.inkling.mllib.data.Table;
import app.inkling.mllib.model.analysis.Convexity;
import app.inkling.mllib.model.linear.LogisticRegression;
import app.inkling.mllib.tensor.Rng;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** The loss of logistic regression lies below all its chords; that of a net with a hidden unit does not. */
public final class E15Convexity {
  private E15Convexity() {}

  public static void main(String[] arguments) throws IOException {
    run(System.out);
  }

  public static void run(PrintStream out) throws IOException {
    Table tumours = Lesson.table("breast_cancer");
    LogisticRegression model = new LogisticRegression(30);
    double straight = Convexity.worstRise(theta -> {
      System.arraycopy(theta, 0, model.theta(), 0, 31);
      return model.loss(tumours);
    }, 31, 1, 50, new Rng(1));
    double bent = Convexity.worstRise(w -> {
      double error = 1 - w[1] * Math.tanh(w[0]);
      return error * error;
    }, 2, 3, 50, new Rng(1));
    out.printf(Locale.ROOT, "logistic regression rises above a chord by %.2g at most: no counterexample in 50 chords%n",
        straight);
    out.printf(Locale.ROOT, "one hidden unit rises above a chord by %.2g%n", bent);
    Lesson.check(straight < 1e-9 && bent > 0.1, "one is convex as far as we looked, the other is not");
  }
}
