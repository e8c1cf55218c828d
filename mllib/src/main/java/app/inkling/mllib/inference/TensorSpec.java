package app.inkling.mllib.inference;

import java.util.Arrays;

/**
 * Name, element type and static shape of one input or output of a model. Images are NHWC, the batch is the
 * first dimension.
 */
public record TensorSpec(String name, Type type, int... shape) {
  public enum Type { FLOAT32, INT32 }

  public TensorSpec {
    shape = shape.clone();
    for (int dimension : shape) {
      if (dimension < 1) {
        throw new IllegalArgumentException("TensorSpec \"" + name + "\": shape is " + Arrays.toString(shape)
            + "; wants every dimension at least 1");
      }
    }
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  /** Number of elements. */
  public int size() {
    int size = 1;
    for (int dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TensorSpec that && name.equals(that.name) && type == that.type
        && Arrays.equals(shape, that.shape);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(shape);
  }

  @Override
  public String toString() {
    return name + ": " + type + Arrays.toString(shape);
  }
}
