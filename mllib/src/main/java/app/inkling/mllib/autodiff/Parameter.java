package app.inkling.mllib.autodiff;

import app.inkling.mllib.tensor.Tensor;

/**
 * A named tensor that training changes: learned by its gradient, which belongs to the graph that computed it,
 * or a {@link #statistic}.
 */
public final class Parameter {
  private final String name;
  private final Tensor value;
  private final boolean learned;

  /**
   * @param name unique within a network, such as {@code hidden/weight}: checkpoints know the parameter by it
   */
  public Parameter(String name, Tensor value) {
    this(name, value, true);
  }

  private Parameter(String name, Tensor value, boolean learned) {
    this.name = name;
    this.value = value;
    this.learned = learned;
  }

  /**
   * A tensor that follows what training sees instead of a loss, such as a running mean. It is saved and
   * loaded like the others; optimisers, clipping and penalties leave it alone. What a graph gives as its
   * gradient is the step to take, {@code value -= gradient}: the mean over the shards of a batch, as for any
   * gradient, so that it is the same for any number of threads.
   */
  public static Parameter statistic(String name, Tensor value) {
    return new Parameter(name, value, false);
  }

  /** False for a {@link #statistic}. */
  public boolean learned() {
    return learned;
  }

  public String name() {
    return name;
  }

  /** The live values, not a copy. */
  public Tensor value() {
    return value;
  }

  @Override
  public String toString() {
    return name + value.shape();
  }
}
