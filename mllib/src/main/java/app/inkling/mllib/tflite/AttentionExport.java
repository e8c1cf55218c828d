package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.AdditiveAttention;
import app.inkling.mllib.nn.DotAttention;
import app.inkling.mllib.tensor.Shape;
import java.util.List;

/** Layers that look at a whole sequence [steps, features], each step at all or at those before it. */
final class AttentionExport {
  /** Added to scores that must not count: softmax makes exactly 0 of them, and 16-bit floats hold it. */
  private static final float UNSEEN = -30_000;

  private final NetworkExport network;
  private final Operators ops;

  AttentionExport(NetworkExport network) {
    this.network = network;
    ops = network.ops;
  }

  void register() {
    network.on(DotAttention.class, this::dot);
    network.on(AdditiveAttention.class, this::additive);
  }

  private Signal dot(DotAttention layer, Signal x) {
    List<Parameter> weights = layer.parameters();
    int steps = x.shape().get(0);
    int units = weights.get(0).value().shape().get(1);
    int query = ops.reshape(projected(x, weights.get(0), null), 1, steps, units);
    int key = ops.reshape(projected(x, weights.get(1), null), 1, steps, units);
    int value = ops.reshape(projected(x, weights.get(2), null), 1, steps, units);
    int scores = ops.multiply(ops.product(query, key, true), ops.number((float) (1 / Math.sqrt(units))));
    return weighted(scores, value, layer.causal(), layer.outputShape(x.shape()));
  }

  private Signal additive(AdditiveAttention layer, Signal x) {
    List<Parameter> weights = layer.parameters();
    int steps = x.shape().get(0);
    int units = weights.get(0).value().shape().get(1);
    int query = ops.reshape(projected(x, weights.get(0), weights.get(1)), steps, 1, units);
    int key = ops.reshape(projected(x, weights.get(2), null), 1, steps, units);
    int pairs = ops.reshape(ops.tanh(ops.add(query, key)), steps * steps, units);
    int direction = ops.constant("score", weights.get(3).value().toArray(), 1, units);
    int bias = ops.constant("bias", new float[1], 1);
    int scores = ops.dense(pairs, direction, bias, OperatorOptions.NO_ACTIVATION);
    int value = ops.reshape(x.tensor(), 1, steps, x.shape().get(1));
    int square = ops.reshape(scores, 1, steps, steps);
    return weighted(square, value, layer.causal(), layer.outputShape(x.shape()));
  }

  private int projected(Signal x, Parameter weight, Parameter bias) {
    int outputs = weight.value().shape().get(1);
    int matrix = ops.constant("weights", Weights.outputInput(weight), outputs, x.shape().get(1));
    return ops.dense(x.tensor(), matrix, FeatureExport.bias(ops, "bias", bias, outputs),
        OperatorOptions.NO_ACTIVATION);
  }

  /** The mean of the values [1, steps, features], weighted by a softmax of scores [1, steps, steps]. */
  private Signal weighted(int scores, int values, boolean causal, Shape result) {
    int steps = result.get(0);
    int seen = causal ? ops.add(scores, ops.constant("mask", mask(steps), 1, steps, steps)) : scores;
    int mean = ops.product(ops.softmax(seen), values, false);
    return new Signal(ops.reshape(mean, steps, result.get(1)), result);
  }

  private static float[] mask(int steps) {
    float[] mask = new float[steps * steps];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % steps > i / steps ? UNSEEN : 0;
    }
    return mask;
  }
}
