package app.inkling.mllib.autodiff;

import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows that steps of one graph take turns with: what one gives back, the next of the same size takes. Used
 * while a graph plans its backward pass, so that gradients of far apart steps share memory (and the
 * processor's cache).
 */
public final class Workspace {
  private final Map<Long, ArrayDeque<float[][]>> free = new HashMap<>();

  Workspace() {}

  /** Rows with arbitrary content. */
  public float[][] takeRows(int rows, int length) {
    ArrayDeque<float[][]> same = free.get(key(rows, length));
    return same == null || same.isEmpty() ? new float[rows][length] : same.pop();
  }

  /** A tensor of {@code like}'s shape and layout with arbitrary content. */
  public Tensor take(Tensor like) {
    return Tensor.over(like.shape(), takeRows(like.rows().length, like.rowLength()));
  }

  /** Gives rows back: whoever takes them next writes to them while the graph runs. */
  public void giveBack(float[][] rows) {
    free.computeIfAbsent(key(rows.length, rows[0].length), k -> new ArrayDeque<>()).push(rows);
  }

  private static long key(int rows, int length) {
    return (long) rows << 32 | length;
  }
}
