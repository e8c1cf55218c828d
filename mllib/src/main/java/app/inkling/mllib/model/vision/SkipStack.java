package app.inkling.mllib.model.vision;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Residual;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A tall stack of equal layers, with or without a way round each: {@code x -> f(x)} or {@code x -> x + f(x)}
 * (He et al. 2016, "Deep residual learning for image recognition").
 *
 * <p>Going back through a layer multiplies the gradient by that layer's slope, W tanh'. Forty slopes in a
 * row below 1 leave nothing for the first layers. With the way round, the slope is 1 + W tanh': whatever the
 * layer does, what came from above also arrives below.
 */
public final class SkipStack {
  private final Sequential network;
  private final List<Dense> layers = new ArrayList<>();
  private final int width;

  /**
   * @param skips whether there is a way round each layer
   * @param spread of the weights, as a share of Xavier's: below 1, plain stacks forget
   */
  public SkipStack(int depth, int width, boolean skips, float spread, Rng random) {
    this.width = width;
    Initializer xavier = Initializer.xavier(random);
    List<Layer> stack = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      Dense layer = new Dense("layer" + i, width, width, xavier);
      for (float[] row : layer.weight().value().rows()) {
        for (int j = 0; j < width; j++) {
          row[j] *= spread;
        }
      }
      layers.add(layer);
      Layer bent = new Sequential("bent" + i, layer, new Tanh());
      stack.add(skips ? new Residual(bent) : bent);
    }
    network = new Sequential(skips ? "skipping" : "plain", stack.toArray(new Layer[0]));
  }

  /** Rows [N, width] to rows [N, width]. */
  public Sequential network() {
    return network;
  }

  /**
   * How strongly a mean squared error pulls at each layer's weights, the first layer first.
   *
   * @param inputs [N, width]
   * @param targets [N, width]
   * @return the Euclidean norm of each layer's gradient
   */
  public double[] gradientNorms(Tensor inputs, Tensor targets) {
    Graph graph = new Graph();
    Var loss = new SquaredError().apply(network.apply(graph.input(inputs)), graph.input(targets));
    graph.backward(loss);
    double[] norms = new double[layers.size()];
    for (int i = 0; i < norms.length; i++) {
      double squares = 0;
      for (float value : graph.gradient(layers.get(i).weight()).toArray()) {
        squares += (double) value * value;
      }
      norms[i] = Math.sqrt(squares);
    }
    return norms;
  }

  /** Normal numbers to ask {@link #gradientNorms} about. */
  public Tensor noise(int examples, Rng random) {
    Tensor rows = Tensor.zeros(Shape.of(examples, width));
    for (float[] row : rows.rows()) {
      for (int j = 0; j < width; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return rows;
  }
}
