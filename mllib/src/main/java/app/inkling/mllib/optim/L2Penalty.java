package app.inkling.mllib.optim;

import app.inkling.mllib.kernel.Updates;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Another optimiser on the loss plus {@code lambda / 2 * sum of w^2}: adds {@code lambda * w} to each gradient first. For
 * plain descent that is weight decay; under Adam it is not, because the penalty's gradient is scaled with the rest: compare
 * {@link Adam#Adam(float)}, where the decay stays apart.
 */
public final class L2Penalty extends AroundOptimizer {
  private final float lambda;
  private final List<Tensor> penalised = new ArrayList<>();

  /** @param lambda 0 or more */
  public L2Penalty(float lambda, Optimizer inner) {
    super(inner);
    if (!(lambda >= 0) || Float.isInfinite(lambda)) {
      throw new IllegalArgumentException("L2Penalty: lambda is " + lambda + "; wants a finite number of at least 0");
    }
    this.lambda = lambda;
  }

  @Override
  public void step(List<Tensor> values, List<Tensor> gradients, float learningRate) {
    if (penalised.isEmpty()) {
      for (Tensor gradient : gradients) {
        penalised.add(Tensor.zerosLike(gradient));
      }
    }
    if (values.size() != gradients.size() || penalised.size() != gradients.size()) {
      throw new IllegalArgumentException("L2Penalty: wants a gradient for each of " + values.size() + " tensors, got "
          + gradients.size() + " and " + penalised.size() + " before; an optimiser serves one model");
    }
    for (int i = 0; i < values.size(); i++) {
      add(values.get(i), gradients.get(i), penalised.get(i));
    }
    inner.step(values, penalised, learningRate);
  }

  private void add(Tensor value, Tensor gradient, Tensor sum) {
    if (!value.sameLayout(gradient)) {
      throw new IllegalArgumentException("L2Penalty: gradient has shape " + gradient.shape() + "; wants " + value.shape());
    }
    sum.copyFrom(gradient);
    for (int row = 0; row < sum.rows().length; row++) {
      Updates.descend(sum.rows()[row], value.rows()[row], -lambda, sum.rowLength());
    }
  }

  @Override
  public String describe() {
    return inner.describe() + " l2=" + lambda;
  }
}
