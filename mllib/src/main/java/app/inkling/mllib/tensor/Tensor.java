package app.inkling.mllib.tensor;

import java.util.Arrays;

/**
 * Numbers with a shape, kept as rows ({@code float[][]}): both Android's runtime and the JVM turn loops over
 * rows with one index into vector instructions. Mutable, and shared by whoever holds it.
 *
 * <p>Two layouts:
 * <ul>
 *   <li>{@link #zeros}: one row per last dimension. {@code [N, features]} has N rows; a vector has one.
 *   <li>{@link #planes}: images inside a network, shape {@code [C, H, W, N]} with the batch innermost, and
 *   one row per channel and line, of {@code W * N} numbers. A pixel's neighbour to the right is N numbers
 *   further on, so that shifts are copies and pooling is element-wise.
 * </ul>
 * In both the rows one after the other are the elements in row-major order.
 */
public final class Tensor {
  private final Shape shape;
  private final float[][] rows;

  private Tensor(Shape shape, float[][] rows) {
    this.shape = shape;
    this.rows = rows;
  }

  /** Zeros with one row per last dimension. */
  public static Tensor zeros(Shape shape) {
    return new Tensor(shape, new float[shape.size() / shape.last()][shape.last()]);
  }

  /** Zeros for images: shape {@code [channels, height, width, batch]}, one row per channel and line. */
  public static Tensor planes(Shape shape) {
    if (shape.rank() != 4) {
      throw new ShapeException("Tensor.planes: shape is " + shape
          + "; wants [channels, height, width, batch]");
    }
    return new Tensor(shape, new float[shape.get(0) * shape.get(1)][shape.get(2) * shape.get(3)]);
  }

  /** Zeros of {@code other}'s shape and layout. */
  public static Tensor zerosLike(Tensor other) {
    return new Tensor(other.shape, new float[other.rows.length][other.rowLength()]);
  }

  /** One row per last dimension, filled from a row-major array of the shape's size. */
  public static Tensor of(Shape shape, float... values) {
    Tensor tensor = zeros(shape);
    tensor.copyFrom(values);
    return tensor;
  }

  /** A tensor over existing rows, which are not copied: all of one length, together of the shape's size. */
  public static Tensor over(Shape shape, float[][] rows) {
    if ((long) rows.length * rows[0].length != shape.size()) {
      throw new ShapeException("Tensor.over: " + rows.length + " rows of " + rows[0].length
          + " numbers don't hold shape " + shape + "; wants " + shape.size() + " numbers");
    }
    return new Tensor(shape, rows);
  }

  public Shape shape() {
    return shape;
  }

  /** The rows themselves, not a copy. */
  public float[][] rows() {
    return rows;
  }

  public int rowLength() {
    return rows[0].length;
  }

  /** Number of elements. */
  public int size() {
    return shape.size();
  }

  /** Whether shape and rows agree with {@code other}'s. */
  public boolean sameLayout(Tensor other) {
    return shape.equals(other.shape) && rows.length == other.rows.length;
  }

  /** All elements in row-major order, as a copy. */
  public float[] toArray() {
    float[] values = new float[shape.size()];
    copyTo(values);
    return values;
  }

  /** Copies all elements in row-major order into {@code values}, which has {@link #size()} numbers. */
  public void copyTo(float[] values) {
    requireSize(values.length);
    int length = rowLength();
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * length, length);
    }
  }

  /** Replaces all elements by {@code values}, {@link #size()} numbers in row-major order. */
  public void copyFrom(float[] values) {
    requireSize(values.length);
    int length = rowLength();
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, i * length, rows[i], 0, length);
    }
  }

  /** Replaces all elements by those of a tensor of the same shape and layout. */
  public void copyFrom(Tensor other) {
    if (!sameLayout(other)) {
      throw new ShapeException("Tensor.copyFrom: wants shape " + shape + " in " + rows.length + " rows, got "
          + other.shape + " in " + other.rows.length);
    }
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(other.rows[i], 0, rows[i], 0, rows[i].length);
    }
  }

  public void fill(float value) {
    for (float[] row : rows) {
      Arrays.fill(row, value);
    }
  }

  @Override
  public String toString() {
    return "Tensor" + shape;
  }

  private void requireSize(int length) {
    if (length != shape.size()) {
      throw new ShapeException("Tensor" + shape + ": wants an array of " + shape.size() + " numbers, got "
          + length);
    }
  }
}
