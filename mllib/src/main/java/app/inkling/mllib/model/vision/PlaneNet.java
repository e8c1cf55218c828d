package app.inkling.mllib.model.vision;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.RowObjective;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;

/**
 * Two numbers, three hidden ReLU units, one answer, and four examples:
 *
 * <pre>
 * (2, 1) -> 10    (3, 3) -> 21    (4, 5) -> 32    (6, 6) -> 42
 * </pre>
 *
 * Nobody tells the network that they all lie on the plane y = 3a + 4b, yet it gets new points of it right:
 * where the units are on, the network is linear, and four points leave a linear function of two numbers no
 * choice. Ten rounds over the points are far too few, since a and b rise together and 3 and 4 are hard to
 * tell apart; three thousand do.
 */
public final class PlaneNet {
  private static final float[][] POINTS = {{2, 1}, {3, 3}, {4, 5}, {6, 6}};
  private static final float[][] ANSWERS = {{10}, {21}, {32}, {42}};
  private static final float LEARNING_RATE = 0.1f;

  private final Sequential network;

  /**
   * With random weights above 0: the points are above 0 too, so that all units begin switched on. A unit
   * that is off for all four points has no slope there and would stay off for ever.
   */
  public PlaneNet(Rng random) {
    network = Perceptrons.relu(true, random, 2, 3, 1);
    for (Parameter parameter : network.parameters()) {
      for (float[] row : parameter.value().rows()) {
        for (int j = 0; j < row.length; j++) {
          row[j] = Math.abs(row[j]);
        }
      }
    }
  }

  public Sequential network() {
    return network;
  }

  /**
   * Learns from the four examples, all of them in each step.
   *
   * @param epochs steps, each of which sees every example once
   * @return the mean squared error before each step
   */
  public double[] learn(int epochs) {
    double[] losses = new double[epochs];
    TrainerOptions options = TrainerOptions.DEFAULTS.withBatch(POINTS.length, POINTS.length);
    try (Trainer trainer = new Trainer(network.parameters(), RowObjective.targets(network, POINTS, ANSWERS),
        new Adam(), Schedule.cosine(LEARNING_RATE, 0, epochs), options)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        losses[epoch] = trainer.step(new int[] {0, 1, 2, 3}).loss();
      }
    }
    return losses;
  }

  /** What the network makes of two numbers. */
  public float answer(float a, float b) {
    return RowObjective.outputs(network, new float[][] {{a, b}})[0][0];
  }
}
