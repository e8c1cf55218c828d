package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.RecurrentOps;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A recurrent network: sequences [T, N, inputs] become hidden states [T, N, units]. As a {@link Layer} it
 * begins each sequence with a state of zeros; {@link #states} begins anywhere, and so serves both lives of
 * such a network:
 *
 * <pre>{@code
 * // one step of a keyboard: the caller keeps the state, an ordinary tensor, and may go back to an older one
 * Var states = lstm.states(word, graph.input(state));          // word [1, N, inputs], state [N, stateSize]
 * // after graph.forward(): state.copyFrom(last step of states)
 * // truncated back-propagation through time: the same with T steps; the gradient ends at the state that came
 * in }</pre>
 *
 * <p>A state is one row of numbers, the hidden state first (an LSTM's cell behind it). Weight [inputs, G *
 * units], recurrent weight [units, G * units], biases [G * units], with the G gates' blocks in {@link
 * RecurrentOps}' order.
 */
public abstract class Recurrent implements Layer {
  final String name;
  final Parameter weight;
  final Parameter recurrentWeight;
  final Parameter bias;
  private final String kind;
  private final int inputs;
  private final int units;
  private final int stateSize;

  Recurrent(String kind, String name, int inputs, int units, int gates, int stateSize,
      Initializer initializer) {
    this.kind = kind;
    this.name = name;
    this.inputs = inputs;
    this.units = units;
    this.stateSize = stateSize;
    LayerShapes.requirePositive(who(), "inputs", inputs);
    LayerShapes.requirePositive(who(), "units", units);
    weight = new Parameter(name + "/weight", Tensor.zeros(Shape.of(inputs, gates * units)));
    recurrentWeight = new Parameter(name + "/recurrent/weight", Tensor.zeros(Shape.of(units, gates * units)));
    bias = new Parameter(name + "/bias", Tensor.zeros(Shape.of(gates * units)));
    initializer.fill(weight.value(), inputs, units);
    initializer.fill(recurrentWeight.value(), units, units);
  }

  public final String name() {
    return name;
  }

  public final int inputs() {
    return inputs;
  }

  public final int units() {
    return units;
  }

  /** Numbers of one example's state, the first {@link #units} of them the hidden state. */
  public final int stateSize() {
    return stateSize;
  }

  /** [inputs, G * units]. */
  public final Parameter weight() {
    return weight;
  }

  /** [units, G * units]. */
  public final Parameter recurrentWeight() {
    return recurrentWeight;
  }

  /** [G * units]. */
  public final Parameter bias() {
    return bias;
  }

  /**
   * @param x [T, N, inputs]
   * @param state before the first step, [N, stateSize]
   * @return states after each step, [T, N, stateSize]
   */
  public final Var states(Var x, Var state) {
    outputShape(LayerShapes.perExample(who(), x));
    return record(x, state);
  }

  /** The hidden part of {@link #states}: [T, N, units]. */
  public final Var hidden(Var states) {
    return stateSize == units ? states : ShapeOps.columns(states, 0, units);
  }

  abstract Var record(Var x, Var state);

  @Override
  public final Var apply(Var x) {
    outputShape(LayerShapes.perExample(who(), x));
    Var zeros = x.graph().input(Tensor.zeros(Shape.of(x.shape().get(1), stateSize)));
    return hidden(record(x, zeros));
  }

  @Override
  public final Shape outputShape(Shape perExample) {
    LayerShapes.requireSequence(who(), perExample, inputs);
    return Shape.of(perExample.get(0), units);
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    Collections.addAll(all, weight, recurrentWeight, bias);
    return Collections.unmodifiableList(all);
  }

  @Override
  public final long connections(Shape perExample) {
    return (long) perExample.get(0) * (weight.value().size() + recurrentWeight.value().size());
  }

  /** A step sees all before it. */
  @Override
  public final ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return ReceptiveField.ALL;
  }

  @Override
  public final String describe() {
    return new Description(kind).with("name", name).with("inputs", inputs).with("units", units).toString();
  }

  final String who() {
    return getClass().getSimpleName() + " \"" + name + "\"";
  }

  /** Fills a gate's block of the bias. */
  final void fillBias(int block, float value) {
    float[] row = bias.value().rows()[0];
    for (int j = block * units; j < (block + 1) * units; j++) {
      row[j] = value;
    }
  }
}
