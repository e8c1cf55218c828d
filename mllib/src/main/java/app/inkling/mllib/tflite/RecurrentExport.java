package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.CifgLstm;
import app.inkling.mllib.nn.Gru;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.Recurrent;
import app.inkling.mllib.nn.SimpleRnn;

/**
 * Recurrent layers, step after step out of basic operators: they run on every delegate, and keep nothing from
 * one run to the next. The product of the inputs is one operator for all steps.
 */
final class RecurrentExport {
  /** Where the first step begins and where the last one's state goes. */
  interface Start {
    /** The state a layer begins with, [1, stateSize]; {@link TfliteModel#ABSENT} for zeros. */
    int before(Operators ops, Recurrent layer);

    /** The layer's state after the last step. */
    void after(int state);

    /** Whether a tensor is one that {@link #after} was told of. */
    boolean isState(int tensor);

    /** Adds outputs to the model, which is complete otherwise. */
    void finish(TfliteModel model);

    /** Zeros, and the state is forgotten. */
    Start ZEROS = new Start() {
      @Override
      public int before(Operators ops, Recurrent layer) {
        return TfliteModel.ABSENT;
      }

      @Override
      public void after(int state) { }

      @Override
      public boolean isState(int tensor) {
        return false;
      }

      @Override
      public void finish(TfliteModel model) { }
    };
  }

  /** A state's two parts; {@code cell} only where there is one, both absent for zeros. */
  private record State(int hidden, int cell) {
    boolean isZero() {
      return hidden == TfliteModel.ABSENT;
    }
  }

  private interface Cell {
    /**
     * @param x the input's product, biased
     * @param h the hidden state's product, biased where the layer has a second bias; absent for zeros
     */
    State step(int x, int h, State before);
  }

  private final NetworkExport network;
  private final Operators ops;
  private final Start start;

  RecurrentExport(NetworkExport network, Start start) {
    this.network = network;
    ops = network.ops;
    this.start = start;
  }

  void register() {
    network.on(SimpleRnn.class, (layer, x) -> unrolled(layer, x, null, this::simple));
    network.on(Lstm.class, (layer, x) -> unrolled(layer, x, null, this::lstm));
    network.on(CifgLstm.class, (layer, x) -> unrolled(layer, x, null, this::cifg));
    network.on(Gru.class, (layer, x) -> unrolled(layer, x, layer.recurrentBias().value().toArray(),
        this::gru));
  }

  private Signal unrolled(Recurrent layer, Signal x, float[] recurrentBias, Cell cell) {
    int width = layer.bias().value().size();
    int product = ops.dense(x.tensor(), matrix("weights", layer.weight(), width),
        ops.constant("bias", layer.bias().value().toArray(), width), OperatorOptions.NO_ACTIVATION);
    int recurrent = matrix("recurrent/weights", layer.recurrentWeight(), width);
    int bias = ops.constant("recurrent/bias", recurrentBias == null ? new float[width] : recurrentBias,
        width);
    int[] steps = ops.split(product, x.shape().get(0), 0);
    int[] hidden = new int[steps.length];
    State state = before(layer);
    for (int t = 0; t < steps.length; t++) {
      int h = TfliteModel.ABSENT;
      if (!state.isZero()) {
        h = ops.dense(state.hidden(), recurrent, bias, OperatorOptions.NO_ACTIVATION);
      } else if (recurrentBias != null) {
        h = ops.constant("recurrent/bias", recurrentBias, 1, width); // what a product with zeros leaves
      }
      state = cell.step(steps[t], h, state);
      hidden[t] = state.hidden();
    }
    if (start != Start.ZEROS) {
      start.after(state.cell() == TfliteModel.ABSENT ? state.hidden()
          : ops.concat(1, state.hidden(), state.cell()));
    }
    return new Signal(ops.concat(0, hidden), layer.outputShape(x.shape()));
  }

  private int matrix(String kind, Parameter weight, int width) {
    return ops.constant(kind, Weights.outputInput(weight), width, weight.value().shape().get(0));
  }

  private State before(Recurrent layer) {
    int state = start.before(ops, layer);
    if (state == TfliteModel.ABSENT || layer.stateSize() == layer.units()) {
      return new State(state, TfliteModel.ABSENT);
    }
    int[] parts = ops.split(state, 2, 1);
    return new State(parts[0], parts[1]);
  }

  /** {@code h = tanh(x + h)}. */
  private State simple(int x, int h, State before) {
    return new State(ops.tanh(sum(x, h)), TfliteModel.ABSENT);
  }

  /** {@code c = f * c0 + i * g, h = o * tanh(c)}. */
  private State lstm(int x, int h, State before) {
    int[] gates = ops.split(sum(x, h), 4, 1);
    int cell = ops.multiply(ops.sigmoid(gates[0]), ops.tanh(gates[2]));
    if (!before.isZero()) {
      cell = ops.add(ops.multiply(ops.sigmoid(gates[1]), before.cell()), cell);
    }
    return new State(ops.multiply(ops.sigmoid(gates[3]), ops.tanh(cell)), cell);
  }

  /** {@code c = g + f * (c0 - g), h = o * tanh(c)}. */
  private State cifg(int x, int h, State before) {
    int[] gates = ops.split(sum(x, h), 3, 1);
    int cell = mix(ops.sigmoid(gates[0]), before.cell(), ops.tanh(gates[1]));
    return new State(ops.multiply(ops.sigmoid(gates[2]), ops.tanh(cell)), cell);
  }

  /** {@code n = tanh(xn + r * hn), h = n + z * (h0 - n)}. */
  private State gru(int x, int h, State before) {
    int[] ofInput = ops.split(x, 3, 1);
    int[] ofHidden = ops.split(h, 3, 1);
    int reset = ops.sigmoid(ops.add(ofInput[0], ofHidden[0]));
    int update = ops.sigmoid(ops.add(ofInput[1], ofHidden[1]));
    int candidate = ops.tanh(ops.add(ofInput[2], ops.multiply(reset, ofHidden[2])));
    return new State(mix(update, before.hidden(), candidate), TfliteModel.ABSENT);
  }

  /** {@code fresh + gate * (old - fresh)}, an absent old one being zeros. */
  private int mix(int gate, int old, int fresh) {
    if (old == TfliteModel.ABSENT) {
      return ops.subtract(fresh, ops.multiply(gate, fresh));
    }
    return ops.add(fresh, ops.multiply(gate, ops.subtract(old, fresh)));
  }

  private int sum(int x, int h) {
    return h == TfliteModel.ABSENT ? x : ops.add(x, h);
  }
}
