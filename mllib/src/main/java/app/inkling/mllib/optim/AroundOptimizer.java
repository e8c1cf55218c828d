package app.inkling.mllib.optim;

import app.inkling.mllib.tensor.Tensor;
import java.util.List;

/** Another optimiser with something done before or after its step; what is saved is the other one's. */
abstract class AroundOptimizer implements Optimizer {
  final Optimizer inner;

  AroundOptimizer(Optimizer inner) {
    this.inner = inner;
  }

  @Override
  public final OptimizerState state() {
    OptimizerState state = inner.state();
    return new OptimizerState(describe(), state.steps(), state.moments());
  }

  @Override
  public final void restore(OptimizerState state, List<Tensor> values) {
    if (!state.optimizer().equals(describe())) {
      throw new IllegalArgumentException("Optimizer: the saved state is of \"" + state.optimizer()
          + "\"; wants \"" + describe() + "\"");
    }
    inner.restore(new OptimizerState(inner.describe(), state.steps(), state.moments()), values);
  }
}
