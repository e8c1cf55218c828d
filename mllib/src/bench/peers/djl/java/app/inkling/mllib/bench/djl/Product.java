package app.inkling.mllib.bench.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import app.inkling.mllib.bench.work.Weights;
import app.inkling.mllib.bench.work.Work;

/** W5. */
final class Product implements Work {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final NDArray a;
  private final NDArray b;
  private final int rows;
  private final int columns;
  private int next;

  Product(int rows, int inner, int columns) {
    this.rows = rows;
    this.columns = columns;
    a = manager.create(Weights.matrix(11, rows, inner), new Shape(rows, inner));
    b = manager.create(Weights.matrix(12, inner, columns), new Shape(inner, columns));
  }

  @Override
  public float step() {
    next = (next + 1) % rows;
    try (NDArray c = a.matMul(b)) {
      try (NDArray element = c.get(next, next % columns)) {
        return element.getFloat();
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
