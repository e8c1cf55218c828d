package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Weights;
import app.inkling.mllib.bench.work.Work;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;

/** W5: {@code c = a b} with a [rows, inner], b [inner, columns]. */
final class Product implements Work {
  private final Kernels kernels;
  private final Tensor a;
  private final Tensor b;
  private final Tensor c;
  private int next;

  Product(int rows, int inner, int columns, Kernels kernels) {
    this.kernels = kernels;
    a = Tensor.of(Shape.of(rows, inner), Weights.matrix(11, rows, inner));
    b = Tensor.of(Shape.of(inner, columns), Weights.matrix(12, inner, columns));
    c = Tensor.zeros(Shape.of(rows, columns));
  }

  @Override
  public float step() {
    int rows = c.shape().get(0);
    c.fill(0);
    kernels.add(c.rows(), rows, a.rows(), 0, b.rows(), b.shape().get(0), c.rowLength());
    next = (next + 1) % rows;
    return c.rows()[next][next % c.rowLength()];
  }

  @Override
  public void close() {}
}
