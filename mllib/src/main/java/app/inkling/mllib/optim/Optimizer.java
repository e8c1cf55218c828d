package app.inkling.mllib.optim;

import app.inkling.mllib.tensor.Tensor;
import java.util.List;

/**
 * Moves weights against their gradients. Owns its state (moments, number of steps), which can be taken out and put back so
 * that an interrupted training goes on with the same bytes. Serves one list of tensors for life, one thread at a time.
 */
public interface Optimizer {
  /**
   * One update, in place.
   *
   * @param values the weights; the same tensors in the same order at every step
   * @param gradients of the loss, one for each of {@code values}, in its layout
   * @param learningRate 0 or more
   */
  void step(List<Tensor> values, List<Tensor> gradients, float learningRate);

  /** Name and settings in one line, such as {@code adam beta1=0.9 beta2=0.999 epsilon=1e-8 decay=0}. */
  String describe();

  /** The state as it is now; its tensors are this optimiser's own, not copies. */
  OptimizerState state();

  /**
   * Goes on from a state that an optimiser of the same {@link #describe()} gave for tensors of the same layouts.
   *
   * @throws IllegalArgumentException the state is of another kind or shape
   */
  void restore(OptimizerState state, List<Tensor> values);
}
