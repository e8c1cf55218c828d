package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.RecurrentOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;

/** The simple recurrent network: {@code h = tanh(x W + b + h0 U)} (Elman 1990). */
public final class SimpleRnn extends Recurrent {
  public SimpleRnn(String name, int inputs, int units, Initializer initializer) {
    super("simpleRnn", name, inputs, units, 1, units, initializer);
  }

  @Override
  Var record(Var x, Var state) {
    return RecurrentOps.simple(x, state, x.graph().parameter(weight), x.graph().parameter(recurrentWeight),
        x.graph().parameter(bias));
  }
}
