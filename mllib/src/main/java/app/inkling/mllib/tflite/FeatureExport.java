package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.BatchNorm;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Elu;
import app.inkling.mllib.nn.Identity;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.LayerNorm;
import app.inkling.mllib.nn.LeakyRelu;
import app.inkling.mllib.nn.Maxout;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Residual;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.nn.Softplus;
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
    element(LeakyRelu.class, (layer, x) -> ops.elementwise(TfliteOperator.LEAKY_RELU,
        OperatorOptions.leakyRelu(layer.slope()), x));
    element(Elu.class, this::elu);
    element(Softplus.class, (layer, x) -> softplus(x));
    element(Softmax.class, (layer, x) -> ops.softmax(x));
    element(Identity.class, (layer, x) -> x);
    element(LayerNorm.class, this::layerNorm);
    element(BatchNorm.class, (layer, x) -> scaleAndShift(x, layer.factors(), layer.shifts()));
    network.on(Maxout.class, this::maxout);
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
    Affine weighted = new Affine(Weights.outputInput(layer.weight()), layer.bias(), layer.outputs())
        .followedBy(network.foldedNorm());
    int weights = ops.constant("dense/weights", weighted.weights(), layer.outputs(), layer.inputs());
    int bias = ops.constant("dense/bias", weighted.bias(), layer.outputs());
    int result = ops.dense(x.tensor(), weights, bias, network.fusedActivation());
    return new Signal(result, layer.outputShape(x.shape()));
  }

  /** {@code relu(x) + alpha * (elu(x) - relu(x))}: the operator knows an alpha of 1 alone. */
  private int elu(Elu layer, int x) {
    int elu = ops.elementwise(TfliteOperator.ELU, OperatorOptions.NONE, x);
    if (layer.alpha() == 1) {
      return elu;
    }
    int relu = ops.relu(x);
    return ops.add(relu, ops.multiply(ops.subtract(elu, relu), ops.number(layer.alpha())));
  }

  /** {@code relu(x) + ln(1 + e^-|x|)}, which no x overflows. */
  private int softplus(int x) {
    int size = ops.elementwise(TfliteOperator.ABS, OperatorOptions.DEFAULTS, x);
    int negative = ops.elementwise(TfliteOperator.NEG, OperatorOptions.DEFAULTS, size);
    int power = ops.elementwise(TfliteOperator.EXP, OperatorOptions.DEFAULTS, negative);
    int log = ops.elementwise(TfliteOperator.LOG, OperatorOptions.NONE, ops.add(power, ops.number(1)));
    return ops.add(ops.relu(x), log);
  }

  /** In 16-bit floats, which GPUs prefer, the epsilon gets lost: let them keep 32. */
  private int layerNorm(LayerNorm layer, int x) {
    int difference = ops.subtract(x, ops.meanOfRows(x));
    int variance = ops.meanOfRows(ops.multiply(difference, difference));
    int factor = ops.elementwise(TfliteOperator.RSQRT, OperatorOptions.NONE,
        ops.add(variance, ops.number(LayerNorm.EPSILON)));
    return scaleAndShift(ops.multiply(difference, factor), layer.gain().value().toArray(),
        layer.bias().value().toArray());
  }

  private int scaleAndShift(int x, float[] factors, float[] shifts) {
    int scaled = ops.multiply(x, ops.constant("gain", factors, factors.length));
    return ops.add(scaled, ops.constant("bias", shifts, shifts.length));
  }

  private Signal maxout(Maxout layer, Signal x) {
    int[] pieces = ops.split(x.tensor(), layer.pieces(), 1);
    int largest = pieces[0];
    for (int p = 1; p < pieces.length; p++) {
      largest = ops.maximum(largest, pieces[p]);
    }
    return new Signal(largest, layer.outputShape(x.shape()));
  }

  /** The operators' first version wants a bias: zeros where the layer has none. */
  static int bias(Operators ops, String kind, Parameter bias, int outputs) {
    return ops.constant(kind, bias == null ? new float[outputs] : bias.value().toArray(), outputs);
  }
}
