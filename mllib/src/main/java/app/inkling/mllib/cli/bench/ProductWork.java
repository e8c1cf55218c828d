package app.inkling.mllib.cli.bench;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;

/** The product of two matrices: {@code c = a b}, with a [rows, inner], b [inner, columns]. */
public final class ProductWork {
  private final Kernels kernels;
  private final int rows;
  private final int inner;
  private final int columns;
  private final Tensor a;
  private final Tensor b;
  private final Tensor c;

  public ProductWork(int rows, int inner, int columns, Kernels kernels) {
    this.kernels = kernels;
    this.rows = rows;
    this.inner = inner;
    this.columns = columns;
    a = Tensor.zeros(Shape.of(rows, inner));
    b = Tensor.zeros(Shape.of(inner, columns));
    c = Tensor.zeros(Shape.of(rows, columns));
    Initializer random = Initializer.he(new Rng(1));
    random.fill(a, inner, columns);
    random.fill(b, inner, columns);
  }

  /** Computes c anew. */
  public void step() {
    c.fill(0);
    kernels.add(c.rows(), rows, a.rows(), 0, b.rows(), inner, columns);
  }

  /** Floating-point operations of one step: a product and an addition each. */
  public double operations() {
    return 2.0 * rows * inner * columns;
  }
}
