package app.inkling.mllib.bench.dl4j;

import app.inkling.mllib.bench.work.Weights;
import app.inkling.mllib.bench.work.Work;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** W5. */
final class Product implements Work {
  private final INDArray a;
  private final INDArray b;
  private final INDArray c;
  private final int rows;
  private final int columns;
  private int next;

  Product(int rows, int inner, int columns) {
    this.rows = rows;
    this.columns = columns;
    a = Nd4j.create(Weights.matrix(11, rows, inner), new long[] {rows, inner}, 'c');
    b = Nd4j.create(Weights.matrix(12, inner, columns), new long[] {inner, columns}, 'c');
    c = Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, 'f');
  }

  @Override
  public float step() {
    a.mmuli(b, c);
    next = (next + 1) % rows;
    return c.getFloat(next, next % columns);
  }

  @Override
  public void close() {
    Nd4j.getMemoryManager().purgeCaches();
  }
}
