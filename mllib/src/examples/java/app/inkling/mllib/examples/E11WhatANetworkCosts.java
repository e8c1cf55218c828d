package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.nn.Summary;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import java.io.PrintStream;

/** Parameters, units, connections and fields of view: the course's 40-20-1 network and a LeNet. */
public final class E11WhatANetworkCosts {
  private E11WhatANetworkCosts() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    Initializer zero = Initializer.zero();
    Summary small = Summary.of(new Sequential("small", new Dense("hidden", 40, 20, zero), new Sigmoid(),
        new Dense("out", 20, 1, zero)), Shape.of(40));
    out.print(small);
    Lesson.check(small.rows().get(0).connections() == 800 && small.total().connections() == 820
        && small.total().parameters() == 841, "the figures are 800, 820 and 841");
    Summary leNet = Summary.of(new Sequential("lenet", new Image(28, 28, 1),
        new Conv2d("c1", 1, 6, 5, Padding.SAME, zero), new Relu(), new MaxPool2d(2),
        new Conv2d("c3", 6, 16, 5, Padding.VALID, zero), new Relu(), new MaxPool2d(2), new Flatten(),
        new Dense("f5", 400, 120, zero), new Relu(), new Dense("f6", 120, 84, zero), new Relu(),
        new Dense("out", 84, 10, zero)), Shape.of(784));
    out.print(leNet);
    Lesson.check(leNet.rows().get(1).connections() > 500 * leNet.rows().get(1).parameters(),
        "shared weights make far more connections than parameters");
  }
}
