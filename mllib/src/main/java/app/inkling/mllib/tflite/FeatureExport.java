package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Identity;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Residual;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.nn.Tanh;

/** Layers for rows of features, and those that work element by element. */
final class FeatureExport {
  private final NetworkExport network;
  private final Operators ops;

  FeatureExport(NetworkExport network) {
    this.network = network;
    ops = network.ops;
  }

  void register() {
    network.on(Dense.class, this::dense);
    element(Relu.class, (layer, x) -> ops.relu(x));
    element(Tanh.class, (layer, x) -> ops.tanh(x));
    element(Sigmoid.class, (layer, x) -> ops.sigmoid(x));
    element(Softmax.class, (layer, x) -> ops.softmax(x));
    element(Identity.class, (layer, x) -> x);
    network.on(Residual.class, (layer, x) -> new Signal(
        ops.add(x.tensor(), network.write(layer.inner(), x).tensor()), x.shape()));
  }

  private interface Element<L> {
    int write(L layer, int x);
  }

  private <L extends Layer> void element(Class<L> kind, Element<L> element) {
    network.on(kind, (layer, x) -> new Signal(element.write(layer, x.tensor()), x.shape()));
  }

  private Signal dense(Dense layer, Signal x) {
    int weights = ops.constant("dense/weights", Weights.outputInput(layer.weight()), layer.outputs(),
        layer.inputs());
    int bias = bias(ops, "dense/bias", layer.bias(), layer.outputs());
    int result = ops.dense(x.tensor(), weights, bias, network.fusedActivation());
    return new Signal(result, layer.outputShape(x.shape()));
  }

  /** The operators' first version wants a bias: zeros where the layer has none. */
  static int bias(Operators ops, String kind, Parameter bias, int outputs) {
    return ops.constant(kind, bias == null ? new float[outputs] : bias.value().toArray(), outputs);
  }
}
