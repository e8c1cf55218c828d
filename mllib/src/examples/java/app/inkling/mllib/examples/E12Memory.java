package app.inkling.mllib.examples;

import app.inkling.mllib.model.analysis.SequentialJacobian;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.SimpleRnn;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.PrintStream;
import java.util.Locale;

/** How far back a recurrent network looks: sizes of dy[t] / dx[s], dark for large. */
public final class E12Memory {
  private static final int STEPS = 16;

  private E12Memory() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    double simple = show(out, "a simple network",
        new SimpleRnn("r", 2, 8, Initializer.xavier(new Rng(1))));
    double open = show(out, "an LSTM that doesn't forget",
        new Lstm("l", 2, 8, 4, Initializer.xavier(new Rng(1))));
    out.printf(Locale.ROOT, "what the last step keeps of the third: %.2g and %.2g of what it keeps of itself%n",
        simple, open);
    Lesson.check(open > 5 * simple, "an open forget gate carries further");
  }

  private static double show(PrintStream out, String name, Layer network) {
    Rng rng = new Rng(5);
    Tensor x = Tensor.zeros(Shape.of(STEPS, 1, 2));
    for (float[] row : x.rows()) {
      row[0] = (float) rng.nextGaussian();
      row[1] = (float) rng.nextGaussian();
    }
    double[][] sizes = SequentialJacobian.sizes(network, x);
    out.println(name + ", output steps downward, input steps to the right:");
    for (double[] row : sizes) {
      StringBuilder line = new StringBuilder();
      for (double size : row) {
        line.append(" .:-=+*#%@".charAt((int) Math.max(0, Math.min(9, 9 + Math.floor(2 * Math.log10(size + 1e-9))))));
      }
      out.println("  " + line);
    }
    return sizes[STEPS - 1][2] / sizes[STEPS - 1][STEPS - 1];
  }
}
