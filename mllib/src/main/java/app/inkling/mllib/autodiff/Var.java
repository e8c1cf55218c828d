package app.inkling.mllib.autodiff;

import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;

/** A tensor in a {@link Graph}: an input, a parameter, or what an {@link Op} computed. */
public final class Var {
  private final Graph graph;
  private final Tensor value;
  final Op source;
  final boolean wantsGradient;
  Tensor gradient;

  Var(Graph graph, Tensor value, Op source, boolean wantsGradient) {
    this.graph = graph;
    this.value = value;
    this.source = source;
    this.wantsGradient = wantsGradient;
  }

  public Graph graph() {
    return graph;
  }

  /** Current values: of the last {@link Graph#forward()}; but see {@link Graph#overwriteLogits}. */
  public Tensor value() {
    return value;
  }

  public Shape shape() {
    return value.shape();
  }

  /** The only number of a variable of shape [1], such as a loss. */
  public float scalar() {
    if (value.size() != 1) {
      throw new IllegalStateException("Var.scalar: shape is " + shape() + "; wants [1], a single number");
    }
    return value.rows()[0][0];
  }
}
