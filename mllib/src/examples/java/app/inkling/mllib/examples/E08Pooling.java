package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.LogAveragePool2d;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.NormPool2d;
import app.inkling.mllib.nn.WeightedAveragePool2d;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.PrintStream;
import java.util.Locale;

/** Six ways to make one pixel of nine, and what they become at their limits. */
public final class E08Pooling {
  private E08Pooling() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    float max = show(out, "maximum", new MaxPool2d(3));
    float mean = show(out, "mean", new AveragePool2d(3));
    show(out, "weighted mean", new WeightedAveragePool2d(3, 3, 1));
    show(out, "L2 norm", new NormPool2d(3, 3, 2));
    float l100 = show(out, "L100 norm", new NormPool2d(3, 3, 100));
    float low = show(out, "log-average, beta 0.001", new LogAveragePool2d(3, 3, 0.001f));
    float high = show(out, "log-average, beta 1000", new LogAveragePool2d(3, 3, 1000));
    Lesson.check(Math.abs(l100 - max) < 0.1 && Math.abs(high - max) < 0.1, "large p and beta give the maximum");
    Lesson.check(Math.abs(low - mean) < 0.01, "small beta gives the mean");
  }

  private static float show(PrintStream out, String name, Layer pool) {
    Tensor image = Tensor.of(Shape.of(1, 9), 1, 2, 3, 4, 9, 6, 7, 8, 5);
    Graph graph = new Graph();
    float pixel = pool.apply(ImageOps.image(graph.input(image), 3, 3, 1)).value().toArray()[0];
    out.printf(Locale.ROOT, "%-24s %.4f%n", name, pixel);
    return pixel;
  }
}
