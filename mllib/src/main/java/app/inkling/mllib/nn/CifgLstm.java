package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.RecurrentOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;

/**
 * An LSTM that writes as much as it forgets, i = 1 - f, with a quarter fewer weights: the keyboard's network
 * (Greff et al. 2017; Hard et al. 2018, "Federated learning for mobile keyboard prediction"). Gates f, g, o;
 * a state is (hidden, cell).
 */
public final class CifgLstm extends Recurrent {
  /** With a forget bias of 1. */
  public CifgLstm(String name, int inputs, int units, Initializer initializer) {
    this(name, inputs, units, 1, initializer);
  }

  /**
   * @param forgetBias first value of the forget gate's bias; above 0 the cell remembers from the start
   *     (Jozefowicz et al. 2015, "An empirical exploration of recurrent network architectures")
   */
  public CifgLstm(String name, int inputs, int units, float forgetBias, Initializer initializer) {
    super("cifgLstm", name, inputs, units, 3, 2 * units, initializer);
    fillBias(0, forgetBias);
  }

  @Override
  Var record(Var x, Var state) {
    return RecurrentOps.cifgLstm(x, state, x.graph().parameter(weight), x.graph().parameter(recurrentWeight),
        x.graph().parameter(bias));
  }
}
