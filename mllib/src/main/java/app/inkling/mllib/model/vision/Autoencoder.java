package app.inkling.mllib.model.vision;

import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.RowObjective;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;

/**
 * A network that learns to say its input again through a bottleneck: {@code x -> code = x E -> y = code D}, E
 * [inputs, codes], D [codes, inputs], and the loss is the mean of (y - x)^2.
 *
 * <p>Without activations E D is a matrix of rank {@code codes}, and the best of those keeps the plane on
 * which the examples spread most: the subspace of their first principal components (Baldi and Hornik 1989,
 * "Neural networks and principal component analysis"). Which axes the code has within that subspace is left
 * open, since E R and R^-1 D do the same for every R; PCA's are ordered and at right angles, these are not.
 */
public final class Autoencoder {
  private final Dense encoder;
  private final Dense decoder;
  private final Sequential network;

  /** @param codes numbers in the middle, fewer than inputs */
  public Autoencoder(int inputs, int codes, Rng random) {
    if (codes >= inputs) {
      throw new IllegalArgumentException("Autoencoder: " + codes + " codes for " + inputs
          + " inputs; wants fewer, or there is nothing to learn");
    }
    encoder = new Dense("encoder", inputs, codes, false, Initializer.xavier(random));
    decoder = new Dense("decoder", codes, inputs, false, Initializer.xavier(random));
    network = new Sequential("autoencoder", encoder, decoder);
  }

  /** Rows [N, inputs] to what is left of them [N, inputs]. */
  public Sequential network() {
    return network;
  }

  /** Rows [N, inputs] to codes [N, codes]. */
  public Dense encoder() {
    return encoder;
  }

  /**
   * Learns from all examples in each step.
   *
   * @param centred rows whose mean is 0, since the layers have no biases
   * @return the mean squared error before the last step
   */
  public double learn(float[][] centred, int steps) {
    int[] all = new int[centred.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    double loss = Double.NaN;
    TrainerOptions options = TrainerOptions.DEFAULTS.withBatch(all.length, all.length);
    try (Trainer trainer = new Trainer(network.parameters(), RowObjective.targets(network, centred, centred),
        new Adam(), Schedule.cosine(0.03f, 0, steps), options)) {
      for (int step = 0; step < steps; step++) {
        loss = trainer.step(all).loss();
      }
    }
    return loss;
  }
}
