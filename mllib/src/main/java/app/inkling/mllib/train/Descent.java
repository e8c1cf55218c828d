package app.inkling.mllib.train;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.optim.Clipping;
import app.inkling.mllib.optim.Optimizer;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps down whatever loss it is handed, of one list of parameters: for trainings whose graph differs from
 * step to step, such as sequences of many lengths or the episodes of a game. Where all batches are alike,
 * {@link Trainer} has threads and checkpoints besides.
 */
public final class Descent {
  private final List<Parameter> parameters;
  private final List<Tensor> values = new ArrayList<>();
  private final List<Tensor> gradients = new ArrayList<>();
  private final Optimizer optimizer;
  private final float clipNorm;

  /** @param clipNorm longest gradient a step uses; infinity for no limit */
  public Descent(List<Parameter> parameters, Optimizer optimizer, float clipNorm) {
    this.parameters = new ArrayList<>(parameters);
    this.optimizer = optimizer;
    this.clipNorm = clipNorm;
    for (Parameter parameter : parameters) {
      values.add(parameter.value());
    }
  }

  /**
   * One update, by the gradient at the values of the graph's last forward pass.
   *
   * @param loss of shape [1], of {@code graph}, which uses all of the parameters
   * @return the loss
   * @throws DivergedException loss or gradient is not a finite number; the weights are as before
   */
  public double step(Graph graph, Var loss, float learningRate) {
    graph.backward(loss);
    gradients.clear();
    for (Parameter parameter : parameters) {
      gradients.add(graph.gradient(parameter));
    }
    double norm = Clipping.byNorm(gradients, clipNorm);
    if (!Double.isFinite(loss.scalar()) || !Double.isFinite(norm)) {
      throw new DivergedException("Descent: the loss is " + loss.scalar() + " and the gradient's norm " + norm
          + "; wants finite numbers. Lower the learning rate or clip the gradient; the weights are as before");
    }
    optimizer.step(values, gradients, learningRate);
    return loss.scalar();
  }
}
