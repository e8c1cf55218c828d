package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.RecurrentOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Gated recurrent unit (Cho et al. 2014), the reset gate working on the product {@code h0 U + c} as in cuDNN
 * and PyTorch, so that there is a second bias c. Gates r, z, n.
 */
public final class Gru extends Recurrent {
  private final Parameter recurrentBias;

  public Gru(String name, int inputs, int units, Initializer initializer) {
    super("gru", name, inputs, units, 3, units, initializer);
    recurrentBias = new Parameter(name + "/recurrent/bias", Tensor.zeros(Shape.of(3 * units)));
  }

  /** [3 * units]. */
  public Parameter recurrentBias() {
    return recurrentBias;
  }

  @Override
  Var record(Var x, Var state) {
    return RecurrentOps.gru(x, state, x.graph().parameter(weight), x.graph().parameter(recurrentWeight),
        x.graph().parameter(bias), x.graph().parameter(recurrentBias));
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(super.parameters());
    all.add(recurrentBias);
    return Collections.unmodifiableList(all);
  }
}
