package app.inkling.mllib.autodiff;

import app.inkling.mllib.tensor.Tensor;

/** A named tensor that training changes. Its gradient belongs to the graph that computed it. */
public final class Parameter {
  private final String name;
  private final Tensor value;

  /**
   * @param name unique within a network, such as {@code hidden/weight}: checkpoints know the parameter by it
   */
  public Parameter(String name, Tensor value) {
    this.name = name;
    this.value = value;
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
