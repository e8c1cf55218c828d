package app.inkling.mllib.model.analysis;

import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Initializer;

/**
 * Any function of yes and no as a network with one hidden layer: a unit for each situation that should say
 * yes, which is above 0 in that situation alone. Universal, and hopeless: with n inputs there are 2^n
 * situations.
 */
public final class BooleanFunction {
  private BooleanFunction() {}

  /**
   * A network from n inputs of 0 or 1 to one output of 0 or 1.
   *
   * @param truth the answer for each of 2^n situations, where input i is bit i of the situation's number;
   *     one of them is yes
   */
  public static Sequential network(boolean... truth) {
    int inputs = Integer.numberOfTrailingZeros(truth.length);
    int units = 0;
    for (boolean yes : truth) {
      units += yes ? 1 : 0;
    }
    if (truth.length < 2 || Integer.bitCount(truth.length) != 1 || units == 0) {
      throw new IllegalArgumentException("BooleanFunction: wants answers for 2, 4, 8, ... situations, one of them "
          + "yes, got " + truth.length + " with " + units + " times yes");
    }
    Dense hidden = new Dense("situations", inputs, units, Initializer.zero());
    Dense out = new Dense("any", units, 1, Initializer.zero());
    out.weight().value().fill(1);
    int unit = 0;
    for (int situation = 0; situation < truth.length; situation++) {
      if (truth[situation]) {
        // +1 for a wanted yes, -1 for a wanted no: only the situation itself reaches the number of wanted
        // yeses.
        for (int i = 0; i < inputs; i++) {
          hidden.weight().value().rows()[i][unit] = (situation >> i & 1) == 1 ? 1 : -1;
        }
        hidden.bias().value().rows()[0][unit++] = 1 - Integer.bitCount(situation);
      }
    }
    return new Sequential("truth", hidden, new Relu(), out);
  }

  /**
   * Two linear layers as one: without a bend between them, depth adds nothing.
   *
   * @return {@code y = x (W1 W2) + (b1 W2 + b2)}
   */
  public static Dense collapse(Dense first, Dense second) {
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
