package app.inkling.mllib.model.vision;

import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Multilayer perceptrons: layers of units, each a weighted sum of all units before it, bent by an activation;
 * the last layer stays a plain sum.
 *
 * <pre>
 * two layers     f = W2 max(0, W1 x)
 * three layers   f = W3 max(0, W2 max(0, W1 x))
 * with biases    f = W2 max(0, W1 x + b1) + b2
 * 3-4-4-1        h1 = s(W1 x + b1), h2 = s(W2 h1 + b2), out = W3 h2 + b3, where s(z) = 1 / (1 + e^-z)
 * </pre>
 *
 * Without the activation all layers together would be one matrix.
 */
public final class Perceptrons {
  private Perceptrons() {}

  /**
   * ReLU between the layers, He initialisation.
   *
   * @param biased without biases the network is as in the first two lines above, and gives 0 for 0
   * @param sizes numbers that come in, units of each hidden layer, numbers that go out
   */
  public static Sequential relu(boolean biased, Rng random, int... sizes) {
    return stack("relu", biased, Initializer.he(random), Relu::new, sizes);
  }

  /** Sigmoid between the layers, Xavier initialisation, with biases; {@code sigmoid(random, 3, 4, 4, 1)}. */
  public static Sequential sigmoid(Rng random, int... sizes) {
    return stack("sigmoid", true, Initializer.xavier(random), Sigmoid::new, sizes);
  }

  private static Sequential stack(String name, boolean biased, Initializer initializer,
      Supplier<Layer> activation, int... sizes) {
    if (sizes.length < 2) {
      throw new IllegalArgumentException("Perceptrons: wants the numbers that come in and those that go out, "
          + "got " + sizes.length + " size(s)");
    }
    List<Layer> layers = new ArrayList<>();
    for (int i = 1; i < sizes.length; i++) {
      layers.add(new Dense("layer" + i, sizes[i - 1], sizes[i], biased, initializer));
      if (i < sizes.length - 1) {
        layers.add(activation.get());
      }
    }
    return new Sequential(name, layers.toArray(new Layer[0]));
  }
}
