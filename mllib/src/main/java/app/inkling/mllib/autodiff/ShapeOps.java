package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;

/** Operations that move numbers without computing any; on matrices and sequences, not on images in planes. */
public final class ShapeOps {
  private ShapeOps() {}

  /** The same numbers in row-major order under another shape of the same size. */
  public static Var reshape(Var x, Shape shape) {
    Shapes.requireRows("reshape", x);
    Shapes.require(shape.size() == x.shape().size(), "reshape", "as many numbers as " + shape + " has", x,
        "does the batch fit?");
    boolean sameRows = x.value().rowLength() == shape.last();
    return x.graph().record(sameRows ? new View(x, shape) : new Reshape(x, shape));
  }

  /** Side by side: the last dimensions add up, all others are the same. */
  public static Var concat(Var... parts) {
    if (parts.length == 0) {
      throw new ShapeException("concat: wants at least one part, got none; what should be put together?");
    }
    int[] sizes = parts[0].shape().toArray();
    int last = sizes.length - 1;
    for (Var part : parts) {
      Shapes.requireRows("concat", part);
      int[] wanted = part.shape().toArray();
      boolean fits = wanted.length == sizes.length;
      for (int d = 0; fits && d < last; d++) {
        fits = wanted[d] == sizes[d];
      }
      Shapes.require(fits, "concat", "parts that differ from " + parts[0].shape() + " in the last size alone",
          part, "is it the same batch?");
    }
    for (int i = 1; i < parts.length; i++) {
      sizes[last] += parts[i].shape().last();
    }
    return parts[0].graph().record(new Concat(Shape.of(sizes), parts));
  }

  /** A part of each row: {@code count} columns of the last dimension from {@code from} on. */
  public static Var columns(Var x, int from, int count) {
    Shapes.requireRows("columns", x);
    Shapes.require(from >= 0 && count >= 1 && from <= x.shape().last() - count, "columns", "at least "
        + ((long) from + count) + " columns for " + count + " from " + from + " on", x,
        "did the features change?");
    return x.graph().record(new Columns(x, from, count));
  }

  /** Cuts each row into so many parts of equal length. */
  public static Var[] split(Var x, int parts) {
    Shapes.require(parts >= 1 && x.shape().last() % parts == 0, "split", "a multiple of " + parts
        + " columns", x,
        "did the features change?");
    Var[] all = new Var[parts];
    int count = x.shape().last() / parts;
    for (int i = 0; i < parts; i++) {
      all[i] = columns(x, i * count, count);
    }
    return all;
  }

  /**
   * Rows by number, each any number of times.
   *
   * @param x [N, features]
   * @param rows numbers from 0 to below N, fixed when recorded
   * @return [rows.length, features]
   */
  public static Var gather(Var x, int... rows) {
    Shapes.requireMatrix("gather", x);
    for (int row : rows) {
      Shapes.require(row >= 0 && row < x.shape().get(0), "gather", "more than " + row + " rows", x,
          "is it the same batch?");
    }
    return x.graph().record(new Gather(x, rows.clone()));
  }

  private static Shape withLast(Shape shape, int last) {
    int[] sizes = shape.toArray();
    sizes[sizes.length - 1] = last;
    return Shape.of(sizes);
  }

  /** The input's own rows under another shape; the graph lets the gradients share theirs where it can. */
  private static final class View extends Op {
    View(Var x, Shape shape) {
      super(Tensor.over(shape, x.value().rows()), x);
    }

    @Override
    protected void forward() { }

    @Override
    boolean passesGradientOn() {
      return true;
    }

    @Override
    protected void backward() {
      if (inputGradient(0).rows() != outputGradient().rows()) {
        copy(inputGradient(0).rows(), outputGradient().rows());
      }
    }
  }

  private static final class Reshape extends Op {
    Reshape(Var x, Shape shape) {
      super(Tensor.zeros(shape), x);
    }

    @Override
    protected void forward() {
      copy(output().rows(), input(0).rows());
    }

    @Override
    protected void backward() {
      copy(inputGradient(0).rows(), outputGradient().rows());
    }
  }

  /** All numbers in row-major order, whatever the length of the rows. */
  private static void copy(float[][] to, float[][] from) {
    int row = 0;
    int at = 0;
    for (float[] source : from) {
      for (int done = 0; done < source.length;) {
        int count = Math.min(source.length - done, to[row].length - at);
        System.arraycopy(source, done, to[row], at, count);
        done += count;
        at += count;
        if (at == to[row].length) {
          row++;
          at = 0;
        }
      }
    }
  }

  private static final class Concat extends Op {
    private final int count;

    Concat(Shape shape, Var... parts) {
      super(Tensor.zeros(shape), parts);
      count = parts.length;
    }

    @Override
    protected void forward() {
      int at = 0;
      for (int i = 0; i < count; i++) {
        int length = input(i).rowLength();
        for (int r = 0; r < output().rows().length; r++) {
          System.arraycopy(input(i).rows()[r], 0, output().rows()[r], at, length);
        }
        at += length;
      }
    }

    @Override
    protected void backward() {
      int at = 0;
      for (int i = 0; i < count; i++) {
        int length = input(i).rowLength();
        for (int r = 0; wantsGradient(i) && r < output().rows().length; r++) {
          System.arraycopy(outputGradient().rows()[r], at, inputGradient(i).rows()[r], 0, length);
        }
        at += length;
      }
    }
  }

  private static final class Columns extends Op {
    private final int from;

    Columns(Var x, int from, int count) {
      super(Tensor.zeros(withLast(x.shape(), count)), x);
      this.from = from;
    }

    @Override
    protected void forward() {
      float[][] y = output().rows();
      for (int r = 0; r < y.length; r++) {
        System.arraycopy(input(0).rows()[r], from, y[r], 0, y[r].length);
      }
    }

    @Override
    protected void backward() {
      inputGradient(0).fill(0);
      float[][] dy = outputGradient().rows();
      for (int r = 0; r < dy.length; r++) {
        System.arraycopy(dy[r], 0, inputGradient(0).rows()[r], from, dy[r].length);
      }
    }
  }

  private static final class Gather extends Op {
    private final int[] rows;

    Gather(Var x, int[] rows) {
      super(Tensor.zeros(Shape.of(rows.length, x.shape().get(1))), x);
      this.rows = rows;
    }

    @Override
    protected void forward() {
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(input(0).rows()[rows[i]], 0, output().rows()[i], 0, output().rowLength());
      }
    }

    @Override
    protected void backward() {
      inputGradient(0).fill(0);
      for (int i = 0; i < rows.length; i++) {
        Rows.add(inputGradient(0).rows()[rows[i]], outputGradient().rows()[i], output().rowLength());
      }
    }
  }
}
