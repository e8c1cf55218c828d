package app.inkling.mllib.model.analysis;

import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.tensor.Initializer;

/** Why networks bend: linear layers, however many, are one linear layer. */
public final class LinearCollapse {
  private LinearCollapse() {}

  /**
   * Two linear layers as one: without a bend between them, depth adds nothing.
   *
   * @return {@code y = x (W1 W2) + (b1 W2 + b2)}
   */
  public static Dense of(Dense first, Dense second) {
    Dense one = new Dense("collapsed", first.inputs(), second.outputs(), Initializer.zero());
    float[][] w1 = first.weight().value().rows();
    float[][] w2 = second.weight().value().rows();
    for (int o = 0; o < second.outputs(); o++) {
      for (int i = 0; i < first.inputs(); i++) {
        double sum = 0;
        for (int h = 0; h < first.outputs(); h++) {
          sum += (double) w1[i][h] * w2[h][o];
        }
        one.weight().value().rows()[i][o] = (float) sum;
      }
      double bias = second.bias() == null ? 0 : second.bias().value().rows()[0][o];
      for (int h = 0; first.bias() != null && h < first.outputs(); h++) {
        bias += (double) first.bias().value().rows()[0][h] * w2[h][o];
      }
      one.bias().value().rows()[0][o] = (float) bias;
    }
    return one;
  }
}
