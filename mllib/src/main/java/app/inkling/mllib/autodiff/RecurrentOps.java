package app.inkling.mllib.autodiff;

import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;

/**
 * Recurrent networks over sequences [T steps, N examples, features]. Each takes the state before the first
 * step and gives the states after every step, [T, N, state]; the last of them is where the next call may go
 * on, be it one step of a keyboard or the next piece of a long text. The hidden state is the first H numbers
 * of a state.
 *
 * <p>x [T, N, I], state [N, S], weight [I, G * H], recurrent [H, G * H], biases [G * H], in G blocks of H
 * columns.
 */
public final class RecurrentOps {
  private RecurrentOps() {}

  /** {@code h = tanh(x W + b + h0 U)}; S = H, G = 1. */
  public static Var simple(Var x, Var state, Var weight, Var recurrent, Var bias) {
    return record("simple", new SimpleCell(units(recurrent)), x, state, weight, recurrent, bias);
  }

  /**
   * Long short-term memory with a forget gate (Hochreiter and Schmidhuber 1997; Gers et al. 2000):
   * {@code c = f * c0 + i * g, h = o * tanh(c)}, where i, f and o are sigmoids and g a tanh. S = 2 H, a state
   * being (h, c); blocks i, f, g, o as PyTorch has them.
   */
  public static Var lstm(Var x, Var state, Var weight, Var recurrent, Var bias) {
    return record("lstm", new LstmCell(units(recurrent), false), x, state, weight, recurrent, bias);
  }

  /** As {@link #lstm} with coupled gates, i = 1 - f (Greff et al. 2017, "CIFG"); blocks f, g, o. */
  public static Var cifgLstm(Var x, Var state, Var weight, Var recurrent, Var bias) {
    return record("cifgLstm", new LstmCell(units(recurrent), true), x, state, weight, recurrent, bias);
  }

  /**
   * Gated recurrent unit (Cho et al. 2014, with the reset after the product as cuDNN and PyTorch have it):
   * {@code n = tanh(xn + r * hn), h = (1 - z) * n + z * h0}. S = H; blocks r, z, n; the hidden state's
   * product has a bias of its own.
   */
  public static Var gru(Var x, Var state, Var weight, Var recurrent, Var bias, Var recurrentBias) {
    return record("gru", new GruCell(units(recurrent)), x, state, weight, recurrent, bias, recurrentBias);
  }

  private static int units(Var recurrent) {
    return recurrent.shape().get(0);
  }

  private static Var record(String who, RecurrentCell cell, Var... inputs) {
    Var x = inputs[0];
    Shapes.requireSequence(who, x);
    require(who, "the state", inputs[1], Shape.of(x.shape().get(1), cell.stateSize()));
    require(who, "the weight", inputs[2], Shape.of(x.shape().get(2), cell.width()));
    require(who, "the recurrent weight", inputs[3], Shape.of(cell.units, cell.width()));
    for (int i = 4; i < inputs.length; i++) {
      require(who, "the bias", inputs[i], Shape.of(cell.width()));
    }
    return x.graph().record(new RecurrentOp(cell, inputs));
  }

  private static void require(String who, String what, Var got, Shape wanted) {
    if (!got.shape().equals(wanted)) {
      throw new ShapeException(who + ": wants " + what + " of shape " + wanted + ", got " + got.shape()
          + "; did the features or the batch change?");
    }
  }
}
