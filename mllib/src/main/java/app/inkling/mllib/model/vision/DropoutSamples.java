package app.inkling.mllib.model.vision;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.tensor.Tensor;

/**
 * What dropout's many thinned networks would say, and how that compares with the one pass that is used.
 *
 * <p>In training a unit is kept with probability p and then divided by p, so that its mean stays what it is;
 * in use every unit counts, unscaled, and the pass stands for the mean over all 2^units thinned networks.
 * Behind one linear layer it is that mean exactly; behind several it is near (Srivastava et al. 2014,
 * "Dropout: a simple way to prevent neural networks from overfitting", section 7.5). Running the thinned
 * ones instead also tells how far they differ: where the network is unsure (Gal and Ghahramani 2016,
 * "Dropout as a Bayesian approximation").
 */
public final class DropoutSamples {
  private final double[] mean;
  private final double[] deviation;

  private DropoutSamples(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * Runs thinned networks.
   *
   * @param network with dropout in it
   * @param input one example [1, inputs]
   * @param samples how many, at least 2
   */
  public static DropoutSamples of(Layer network, Tensor input, int samples, long seed) {
    Graph graph = new Graph();
    graph.training(true);
    graph.rng().seed(seed);
    Var output = network.apply(graph.input(input));
    double[] sum = new double[output.value().size()];
    double[] squares = new double[sum.length];
    for (int sample = 0; sample < samples; sample++) {
      graph.forward();
      float[] values = output.value().toArray();
      for (int k = 0; k < sum.length; k++) {
        sum[k] += values[k];
        squares[k] += (double) values[k] * values[k];
      }
    }
    for (int k = 0; k < sum.length; k++) {
      sum[k] /= samples;
      squares[k] = Math.sqrt(Math.max(0, squares[k] / samples - sum[k] * sum[k]) * samples / (samples - 1));
    }
    return new DropoutSamples(sum, squares);
  }

  /** Of each output over the thinned networks. */
  public double[] mean() {
    return mean.clone();
  }

  /** Standard deviation of each output over the thinned networks. */
  public double[] deviation() {
    return deviation.clone();
  }
}
