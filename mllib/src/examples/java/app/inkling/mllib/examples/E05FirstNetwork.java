package app.inkling.mllib.examples;

import app.inkling.mllib.model.vision.PlaneNet;
import app.inkling.mllib.tensor.Rng;
import java.io.PrintStream;
import java.util.Locale;

/** The course's 2-3-1 network on its four points, which lie on y = 3a + 4b. */
public final class E05FirstNetwork {
  private E05FirstNetwork() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    PlaneNet network = new PlaneNet(new Rng(1));
    double[] losses = network.learn(3000);
    for (int epoch : new int[] {1, 10, 100, 1000, 3000}) {
      out.printf(Locale.ROOT, "epoch %4d: loss %.3g%n", epoch, losses[epoch - 1]);
    }
    float there = network.answer(5, 4);
    out.printf(Locale.ROOT, "at (5, 4), which it hasn't seen, it says %.2f; 3 * 5 + 4 * 4 = 31%n", there);
    Lesson.check(Math.abs(there - 31) < 1, "it learned y = 3a + 4b");
  }
}
