package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;

/**
 * Operations on sequences, [T steps, N examples, features] with one row for each example at a step: a step is
 * N neighbouring rows, and all steps together are a matrix [T * N, features].
 */
public final class SequenceOps {
  private SequenceOps() {}

  /**
   * Examples in rows to sequences.
   *
   * @param x [N, T * features], the steps of each example one after the other
   * @return [T, N, features]
   */
  public static Var sequence(Var x, int steps) {
    Shapes.requireMatrix("sequence", x);
    Shapes.require(steps >= 1 && x.shape().get(1) % steps == 0, "sequence", "rows of " + steps
        + " steps of equal length", x, "are the sequences of another length?");
    return x.graph().record(new ToSteps(x, steps));
  }

  /** The other way: [T, N, features] to [N, T * features]. */
  public static Var flatten(Var x) {
    Shapes.requireSequence("flatten", x);
    return x.graph().record(new ToExamples(x));
  }

  /** [T, N, features] to [T * N, features], step after step: for layers that see each step by itself. */
  public static Var matrix(Var x) {
    Shapes.requireSequence("matrix", x);
    return ShapeOps.reshape(x, Shape.of(x.shape().get(0) * x.shape().get(1), x.shape().get(2)));
  }

  /** One step: [N, features]; a negative number counts from the end, -1 being the last. */
  public static Var step(Var x, int step) {
    Shapes.requireSequence("step", x);
    int steps = x.shape().get(0);
    int examples = x.shape().get(1);
    int at = step < 0 ? steps + step : step;
    if (at < 0 || at >= steps) {
      throw new ShapeException("step: wants a step from " + -steps + " to " + (steps - 1) + ", got " + step
          + "; is the sequence shorter than expected?");
    }
    int[] rows = new int[examples];
    for (int n = 0; n < examples; n++) {
      rows[n] = at * examples + n;
    }
    return ShapeOps.gather(matrix(x), rows);
  }

  /** The steps from the last to the first. */
  public static Var reverse(Var x) {
    Shapes.requireSequence("reverse", x);
    int steps = x.shape().get(0);
    int examples = x.shape().get(1);
    int[] rows = new int[steps * examples];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = (steps - 1 - row / examples) * examples + row % examples;
    }
    return ShapeOps.reshape(ShapeOps.gather(matrix(x), rows), x.shape());
  }

  /**
   * Vectors of a table by number: {@code y[t, n] = table[ids[n, t]]}. The numbers get a gradient of 0.
   *
   * @param ids [N, T], each a whole number from 0 to below the table's rows, read at every forward pass
   * @param table [rows, features]
   * @return [T, N, features]
   */
  public static Var embed(Var ids, Var table) {
    Shapes.requireMatrix("embed", ids);
    Shapes.requireMatrix("embed", table);
    return ids.graph().record(new Embed(ids, table));
  }

  private static final class ToSteps extends Op {
    private final int steps;

    ToSteps(Var x, int steps) {
      super(Tensor.zeros(Shape.of(steps, x.shape().get(0), x.shape().get(1) / steps)), x);
      this.steps = steps;
    }

    @Override
    protected void forward() {
      toSteps(output().rows(), input(0).rows(), steps);
    }

    @Override
    protected void backward() {
      toExamples(inputGradient(0).rows(), outputGradient().rows(), steps);
    }
  }

  private static final class ToExamples extends Op {
    private final int steps;

    ToExamples(Var x) {
      super(Tensor.zeros(Shape.of(x.shape().get(1), x.shape().get(0) * x.shape().get(2))), x);
      steps = x.shape().get(0);
    }

    @Override
    protected void forward() {
      toExamples(output().rows(), input(0).rows(), steps);
    }

    @Override
    protected void backward() {
      toSteps(inputGradient(0).rows(), outputGradient().rows(), steps);
    }
  }

  private static void toSteps(float[][] to, float[][] from, int steps) {
    int length = to[0].length;
    for (int t = 0; t < steps; t++) {
      for (int n = 0; n < from.length; n++) {
        System.arraycopy(from[n], t * length, to[t * from.length + n], 0, length);
      }
    }
  }

  private static void toExamples(float[][] to, float[][] from, int steps) {
    int length = from[0].length;
    for (int t = 0; t < steps; t++) {
      for (int n = 0; n < to.length; n++) {
        System.arraycopy(from[t * to.length + n], 0, to[n], t * length, length);
      }
    }
  }

  private static final class Embed extends Op {
    private final int examples;
    private final int[] ids;

    Embed(Var ids, Var table) {
      super(Tensor.zeros(Shape.of(ids.shape().get(1), ids.shape().get(0), table.shape().get(1))), ids, table);
      examples = ids.shape().get(0);
      this.ids = new int[ids.shape().size()];
    }

    @Override
    protected void forward() {
      float[][] table = input(1).rows();
      for (int row = 0; row < ids.length; row++) {
        float id = input(0).rows()[row % examples][row / examples];
        if (!(id >= 0 && id < table.length) || id != (int) id) {
          throw new IllegalArgumentException("embed: number " + row / examples + " of example "
              + row % examples
              + " is " + id + "; wants a whole number from 0 to " + (table.length - 1)
              + ": is it a word of this vocabulary?");
        }
        ids[row] = (int) id;
        System.arraycopy(table[ids[row]], 0, output().rows()[row], 0, table[0].length);
      }
    }

    @Override
    protected void backward() {
      if (wantsGradient(0)) {
        inputGradient(0).fill(0);
      }
      if (wantsGradient(1)) {
        inputGradient(1).fill(0);
        for (int row = 0; row < ids.length; row++) {
          float[] dy = outputGradient().rows()[row];
          Rows.add(inputGradient(1).rows()[ids[row]], dy, dy.length);
        }
      }
    }
  }
}
