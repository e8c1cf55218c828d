package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.CifgLstm;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.Recurrent;
import app.inkling.mllib.nn.SimpleRnn;
import java.util.Arrays;

/**
 * Recurrent layers as one operator each for the whole sequence. Their states are variables: they survive a
 * run, so that engines must reset them before each. No delegate takes these operators, but for NNAPI in
 * float32; there is none for a GRU.
 */
final class FusedRecurrentExport {
  private static final int LSTM_OPERANDS = 24;

  private final NetworkExport network;
  private final Operators ops;

  FusedRecurrentExport(NetworkExport network) {
    this.network = network;
    ops = network.ops;
  }

  void register() {
    network.on(SimpleRnn.class, this::simple);
    network.on(Lstm.class, (layer, x) -> lstm(layer, x, 0));
    network.on(CifgLstm.class, (layer, x) -> lstm(layer, x, 1));
  }

  private Signal simple(SimpleRnn layer, Signal x) {
    return sequence(layer, x, TfliteOperator.UNIDIRECTIONAL_SEQUENCE_RNN, OperatorOptions.sequenceRnn(),
        TfliteModel.ABSENT, matrix(layer, layer.weight(), 0), matrix(layer, layer.recurrentWeight(), 0),
        bias(layer, 0), state(layer, "hidden"));
  }

  /** @param absent how many gates are left out: the operator takes the input gate's absence for CIFG */
  private Signal lstm(Recurrent layer, Signal x, int absent) {
    int[] operands = new int[LSTM_OPERANDS];
    Arrays.fill(operands, TfliteModel.ABSENT);
    for (int gate = absent; gate < 4; gate++) {
      operands[1 + gate] = matrix(layer, layer.weight(), gate - absent);
      operands[5 + gate] = matrix(layer, layer.recurrentWeight(), gate - absent);
      operands[12 + gate] = bias(layer, gate - absent);
    }
    operands[18] = state(layer, "hidden");
    operands[19] = state(layer, "cell");
    return sequence(layer, x, TfliteOperator.UNIDIRECTIONAL_SEQUENCE_LSTM, OperatorOptions.sequenceLstm(),
        operands);
  }

  /** @param operands without the first, the sequence */
  private Signal sequence(Recurrent layer, Signal x, TfliteOperator operator, OperatorOptions options,
      int... operands) {
    int steps = x.shape().get(0);
    operands[0] = ops.reshape(x.tensor(), 1, steps, layer.inputs());
    int result = ops.apply(operator, options, "sequence", new int[] {1, steps, layer.units()}, operands);
    return new Signal(ops.reshape(result, steps, layer.units()), layer.outputShape(x.shape()));
  }

  private int matrix(Recurrent layer, Parameter weight, int block) {
    return ops.constant("weights", Weights.outputInput(weight, block * layer.units()),
        layer.units(), weight.value().shape().get(0));
  }

  private int bias(Recurrent layer, int block) {
    int from = block * layer.units();
    float[] bias = Arrays.copyOfRange(layer.bias().value().toArray(), from, from + layer.units());
    return ops.constant("bias", bias, layer.units());
  }

  private int state(Recurrent layer, String kind) {
    return ops.model.variable(ops.name(kind), 1, layer.units());
  }
}
