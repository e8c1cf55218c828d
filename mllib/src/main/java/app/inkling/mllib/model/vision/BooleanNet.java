package app.inkling.mllib.model.vision;

import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.train.RowObjective;
import java.util.Arrays;

/**
 * Any function of true and false as a network of one hidden layer, written down instead of learned: one unit
 * for each situation in which the answer is true.
 *
 * <p>The unit for the situation s weighs input j with +1 where s_j is true and with -1 where it is false,
 * and has the bias 1 minus the number of true s_j. For inputs of 0 and 1 its sum is then 1 in its situation
 * and 0 or less in every other, so that behind a ReLU just one unit, or none, says 1. The answer is the sum
 * of all units.
 *
 * <p>So one hidden layer can express everything, at a price: up to 2^n units for n inputs, one memory for
 * each case, and nothing is said of cases that it was not built for. Parity needs half of all situations.
 */
public final class BooleanNet {
  private static final int MOST_INPUTS = 16;

  private final Sequential network;
  private final int units;
  private final int inputs;

  /**
   * @param inputs from 1 to 16
   * @param truths the answer for each situation; in situation i, input j is bit j of i: 2^inputs of them
   */
  public BooleanNet(int inputs, boolean... truths) {
    if (inputs < 1 || inputs > MOST_INPUTS || truths.length != 1 << inputs) {
      throw new IllegalArgumentException("BooleanNet: wants 1 to " + MOST_INPUTS + " inputs and an answer "
          + "for each of their 2^inputs situations, got " + inputs + " inputs and " + truths.length
          + " answers");
    }
    this.inputs = inputs;
    int[] situations = situations(truths);
    units = situations.length;
    int hidden = Math.max(1, units); // a layer has units; one that is always off means never
    Dense each = new Dense("situation", inputs, hidden, Initializer.zero());
    Dense any = new Dense("any", hidden, 1, Initializer.zero());
    for (int unit = 0; unit < units; unit++) {
      for (int j = 0; j < inputs; j++) {
        each.weight().value().rows()[j][unit] = (situations[unit] >> j & 1) == 1 ? 1 : -1;
      }
      each.bias().value().rows()[0][unit] = 1 - Integer.bitCount(situations[unit]);
      any.weight().value().rows()[unit][0] = 1;
    }
    network = new Sequential("boolean", each, new Relu(), any);
  }

  private static int[] situations(boolean[] truths) {
    int[] found = new int[truths.length];
    int count = 0;
    for (int i = 0; i < truths.length; i++) {
      if (truths[i]) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  public Sequential network() {
    return network;
  }

  /** Hidden units: the situations in which the answer is true. */
  public int units() {
    return units;
  }

  /** @param situation input j is its bit j */
  public boolean answer(int situation) {
    float[] row = new float[inputs];
    for (int j = 0; j < inputs; j++) {
      row[j] = situation >> j & 1;
    }
    return RowObjective.outputs(network, new float[][] {row})[0][0] > 0.5f;
  }
}
