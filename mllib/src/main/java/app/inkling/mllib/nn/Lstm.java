package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.RecurrentOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, with a forget gate). Gates i, f, g, o; a state is
 * (hidden, cell).
 */
public final class Lstm extends Recurrent {
  /** With a forget bias of 1. */
  public Lstm(String name, int inputs, int units, Initializer initializer) {
    this(name, inputs, units, 1, initializer);
  }

  /**
   * @param forgetBias first value of the forget gate's bias; above 0 the cell remembers from the start
   *     (Jozefowicz et al. 2015, "An empirical exploration of recurrent network architectures")
   */
  public Lstm(String name, int inputs, int units, float forgetBias, Initializer initializer) {
    super("lstm", name, inputs, units, 4, 2 * units, initializer);
    fillBias(1, forgetBias);
  }

  @Override
  Var record(Var x, Var state) {
    return RecurrentOps.lstm(x, state, x.graph().parameter(weight), x.graph().parameter(recurrentWeight),
        x.graph().parameter(bias));
  }
}
