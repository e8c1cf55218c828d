package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.data.Table;
import app.inkling.mllib.model.linear.LinearRegression;
import app.inkling.mllib.model.vision.DropoutSamples;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Too many inputs for too few examples, and what a ridge does about it; dropout as a mean of many networks.
 */
public final class E10Regularization {
  private E10Regularization() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    Table train = noisyLine(30, new Rng(1));
    Table others = noisyLine(1000, new Rng(2));
    double best = Double.POSITIVE_INFINITY;
    double none = LinearRegression.closedForm(train, 0).loss(others);
    for (double ridge : new double[] {0, 0.01, 0.1, 1, 10}) {
      LinearRegression model = LinearRegression.closedForm(train, ridge);
      out.printf(Locale.ROOT, "ridge %-5s loss where it learned %.3f, elsewhere %.3f%n",
          ridge, model.loss(train),
          model.loss(others));
      best = Math.min(best, model.loss(others));
    }
    Lesson.check(best < 0.7 * none, "a ridge helps where examples are few");
    dropout(out);
  }

  /** The first of 25 inputs matters, the others are noise. */
  private static Table noisyLine(int size, Rng rng) {
    double[][] inputs = new double[size][25];
    double[] targets = new double[size];
    for (int n = 0; n < size; n++) {
      for (int j = 0; j < 25; j++) {
        inputs[n][j] = rng.nextGaussian();
      }
      targets[n] = 2 * inputs[n][0] + rng.nextGaussian();
    }
    return new Table(inputs, targets);
  }

  private static void dropout(PrintStream out) {
    Dense dense = new Dense("d", 50, 1, Initializer.xavier(new Rng(3)));
    Sequential network = new Sequential("thinned", new Dropout(0.5f), dense);
    Tensor ones = Tensor.zeros(Shape.of(1, 50));
    ones.fill(1);
    double sum = DropoutSamples.of(network, ones, 10_000, 1).mean()[0];
    float whole = network.apply(new Graph().input(ones)).value().toArray()[0];
    out.printf(Locale.ROOT, "mean of 10,000 thinned networks %.3f, the whole network %.3f%n", sum, whole);
    Lesson.check(Math.abs(sum - whole) < 0.05, "the whole network stands for the mean of the thinned ones");
  }
}
