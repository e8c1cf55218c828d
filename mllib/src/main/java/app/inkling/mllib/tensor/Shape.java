package app.inkling.mllib.tensor;

import java.util.Arrays;

/**
 * Sizes of a tensor's dimensions, outermost first, each at least 1. Immutable. So no tensor is empty, and a
 * batch of no examples is refused here, where it would be made, for all layers and losses alike.
 */
public final class Shape {
  private final int[] sizes;
  private final int size;

  private Shape(int[] sizes) {
    this.sizes = sizes;
    long product = 1;
    for (int dimension : sizes) {
      product *= dimension;
      if (dimension < 1 || product > Integer.MAX_VALUE) {
        throw new ShapeException("Shape " + Arrays.toString(sizes)
            + ": wants at least one dimension, each at least 1, and "
            + "a product of at most 2^31 - 1; is the batch or the image empty?");
      }
    }
    this.size = (int) product;
  }

  /** @param sizes at least one size, outermost dimension first */
  public static Shape of(int... sizes) {
    if (sizes.length == 0) {
      throw new ShapeException("Shape []: wants at least one dimension; a single number has the shape [1]");
    }
    return new Shape(sizes.clone());
  }

  /** Number of dimensions. */
  public int rank() {
    return sizes.length;
  }

  /** Size of one dimension, 0 being the outermost. */
  public int get(int dimension) {
    return sizes[dimension];
  }

  /** Size of the innermost dimension. */
  public int last() {
    return sizes[sizes.length - 1];
  }

  /** Number of elements. */
  public int size() {
    return size;
  }

  public int[] toArray() {
    return sizes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape && Arrays.equals(sizes, ((Shape) other).sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  /** Such as {@code [32, 784]}. */
  @Override
  public String toString() {
    return Arrays.toString(sizes);
  }
}
