package app.inkling.mllib.examples;

import app.inkling.mllib.model.vision.SkipStack;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Tensor;
import java.io.PrintStream;
import java.util.Locale;

/** What is left of the gradient after forty layers, without and with a way round each. */
public final class E17SkipConnections {
  private E17SkipConnections() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    SkipStack plain = new SkipStack(40, 8, false, 0.5f, new Rng(1));
    SkipStack skipping = new SkipStack(40, 8, true, 0.5f, new Rng(1));
    Tensor x = plain.noise(16, new Rng(2));
    Tensor t = plain.noise(16, new Rng(3));
    double[] without = plain.gradientNorms(x, t);
    double[] with = skipping.gradientNorms(x, t);
    out.println("layer    without       with");
    for (int layer : new int[] {40, 30, 20, 10, 1}) {
      out.printf(Locale.ROOT, "%5d %10.2g %10.2g%n", layer, without[layer - 1], with[layer - 1]);
    }
    Lesson.check(without[0] < 1e-6 * with[0], "skips carry the gradient to the first layer");
  }
}
