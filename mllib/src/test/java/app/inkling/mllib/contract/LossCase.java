package app.inkling.mllib.contract;

import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.oracle.Scalar;
import app.inkling.mllib.tensor.Rng;

/** A loss as the suite meets it, on outputs [N, {@link #outputs}]. */
interface LossCase {
  default int outputs() {
    return LossCases.OUTPUTS;
  }

  Var apply(Var outputs, Rng targets);

  /** The same from scalars, drawing the same targets. */
  Scalar oracle(Scalar[][] outputs, Rng targets);

  /** What it computes from targets that are variables too, or null where targets are no numbers. */
  default Var between(Var outputs, Var targets) {
    return null;
  }

  /** The same from scalars. */
  default Scalar betweenOracle(Scalar[][] outputs, Scalar[][] targets) {
    return null;
  }

  /** On targets for one example too many. */
  Var misfit(Var outputs);
}
