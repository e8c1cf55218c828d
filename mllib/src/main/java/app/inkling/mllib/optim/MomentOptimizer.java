package app.inkling.mllib.optim;

import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** What optimisers share: so many moments for each weight tensor, the count of steps, saving and checking. */
abstract class MomentOptimizer implements Optimizer {
  private final int momentsEach;
  private final List<Tensor> moments = new ArrayList<>();
  private long steps;

  MomentOptimizer(int momentsEach) {
    this.momentsEach = momentsEach;
  }

  /** Updates one row; {@code m} and {@code v} are its moments, null where this optimiser has fewer. */
  abstract void update(float[] w, float[] g, float[] m, float[] v, int length, float learningRate);

  /** Called once before the rows of a step, the first step being 1. */
  void beforeStep(long step) {}

  @Override
  public final void step(List<Tensor> values, List<Tensor> gradients, float learningRate) {
    requireMatching(values, gradients);
    if (steps == 0 && moments.isEmpty()) {
      for (int i = 0; i < momentsEach * values.size(); i++) {
        moments.add(Tensor.zerosLike(values.get(i / momentsEach)));
      }
    }
    steps++;
    beforeStep(steps);
    for (int i = 0; i < values.size(); i++) {
      float[][] w = values.get(i).rows();
      float[][] g = gradients.get(i).rows();
      float[][] m = momentsEach > 0 ? moments.get(i * momentsEach).rows() : null;
      float[][] v = momentsEach > 1 ? moments.get(i * momentsEach + 1).rows() : null;
      for (int row = 0; row < w.length; row++) {
        update(w[row], g[row], m == null ? null : m[row], v == null ? null : v[row], w[row].length, learningRate);
      }
    }
  }

  private void requireMatching(List<Tensor> values, List<Tensor> gradients) {
    if (values.size() != gradients.size()) {
      throw new IllegalArgumentException(name() + ": wants a gradient for each of " + values.size() + " tensors, got "
          + gradients.size());
    }
    if (!moments.isEmpty() && moments.size() != momentsEach * values.size()) {
      throw new IllegalArgumentException(name() + ": has served " + moments.size() / momentsEach
          + " tensors so far, now got " + values.size() + "; an optimiser serves one model");
    }
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).sameLayout(gradients.get(i))) {
        throw new IllegalArgumentException(name() + ": gradient " + i + " has shape " + gradients.get(i).shape()
            + "; wants " + values.get(i).shape());
      }
    }
  }

  @Override
  public final OptimizerState state() {
    return new OptimizerState(describe(), steps, moments);
  }

  @Override
  public final void restore(OptimizerState state, List<Tensor> values) {
    if (!state.optimizer().equals(describe())) {
      throw new IllegalArgumentException(name() + ": the saved state is of \"" + state.optimizer() + "\"; wants \""
          + describe() + "\"");
    }
    int wanted = state.steps() == 0 ? 0 : momentsEach * values.size();
    if (state.moments().size() != wanted) {
      throw new IllegalArgumentException(name() + ": the saved state has " + state.moments().size() + " moments; "
          + values.size() + " tensors after " + state.steps() + " steps want " + wanted);
    }
    List<Tensor> copies = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      Tensor value = values.get(i / momentsEach);
      Tensor saved = state.moments().get(i);
      if (!saved.sameLayout(value)) {
        throw new IllegalArgumentException(name() + ": saved moment " + i + " has shape " + saved.shape() + "; wants "
            + value.shape());
      }
      Tensor copy = Tensor.zerosLike(saved);
      copy.copyFrom(saved);
      copies.add(copy);
    }
    moments.clear();
    moments.addAll(copies);
    steps = state.steps();
  }

  private String name() {
    return getClass().getSimpleName();
  }
}
