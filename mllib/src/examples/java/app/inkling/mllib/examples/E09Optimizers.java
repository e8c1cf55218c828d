package app.inkling.mllib.examples;

import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Momentum;
import app.inkling.mllib.optim.Nesterov;
import app.inkling.mllib.optim.Optimizer;
import app.inkling.mllib.optim.RmsProp;
import app.inkling.mllib.optim.Sgd;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A race down a ravine, f = (a^2 + 100 b^2) / 2, and learning rates too small and too large. */
public final class E09Optimizers {
  private static final int STEPS = 100;

  private E09Optimizers() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    double plain = race(out, "plain descent", new Sgd(), 0.018f);
    double heavy = race(out, "momentum", new Momentum(0.8f), 0.018f);
    double ahead = race(out, "Nesterov", new Nesterov(0.8f), 0.013f);
    race(out, "RMSprop", new RmsProp(), 0.1f);
    race(out, "Adam", new Adam(), 0.3f);
    Lesson.check(heavy < plain / 100 && ahead < plain / 100, "momentum is quicker in a ravine");
    double slow = race(out, "rate far too small", new Sgd(), 1e-6f);
    double wild = race(out, "rate a little too large", new Sgd(), 0.021f);
    Lesson.check(slow > 4900 && wild > 1e6, "too small hardly moves, too large flies off");
  }

  /** f after the steps, from (10, 10), where it is 5,050. */
  private static double race(PrintStream out, String name, Optimizer optimizer, float rate) {
    Tensor at = Tensor.of(Shape.of(2), 10, 10);
    Tensor slope = Tensor.zeros(Shape.of(2));
    float[] x = at.rows()[0];
    for (int step = 0; step < STEPS; step++) {
      slope.copyFrom(new float[] {x[0], 100 * x[1]});
      optimizer.step(List.of(at), List.of(slope), rate);
    }
    double f = (x[0] * x[0] + 100.0 * x[1] * x[1]) / 2;
    out.printf(Locale.ROOT, "%-24s f = %.3g%n", name, f);
    return f;
  }
}
