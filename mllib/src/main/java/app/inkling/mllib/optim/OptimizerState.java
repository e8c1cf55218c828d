package app.inkling.mllib.optim;

import app.inkling.mllib.tensor.Tensor;
import java.util.List;

/**
 * What an optimiser remembers between steps.
 *
 * @param optimizer {@link Optimizer#describe()} of the one it came from
 * @param steps updates made so far, 0 or more
 * @param moments running averages, laid out like the weights; empty before the first step
 */
public record OptimizerState(String optimizer, long steps, List<Tensor> moments) {
  public OptimizerState {
    moments = List.copyOf(moments);
    if (steps < 0) {
      throw new IllegalArgumentException("OptimizerState: " + steps + " steps; wants 0 or more");
    }
  }
}
