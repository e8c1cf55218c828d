package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Activations;
import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.kernel.Softmax;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;

/** Operations on matrices [N examples, features]. */
public final class MatrixOps {
  private MatrixOps() {}

  /**
   * {@code y = x w + b}. Gradients: dx = dy w^T, dw = x^T dy, db = sum of dy over the examples.
   *
   * @param x [N, I]
   * @param w [I, O]
   * @param b [O], or null for none
   * @return [N, O]
   */
  public static Var dense(Var x, Var w, Var b) {
    Shapes.requireMatrix("dense", x);
    if (w.shape().rank() != 2 || w.shape().get(0) != x.shape().get(1)) {
      throw new ShapeException("dense: input has " + x.shape().get(1) + " columns, weight is " + w.shape()
          + " and wants " + w.shape().get(0) + "; did the features change?");
    }
    if (b != null && (b.shape().rank() != 1 || b.shape().get(0) != w.shape().get(1))) {
      throw new ShapeException("dense: wants a bias [" + w.shape().get(1) + "], got " + b.shape());
    }
    return x.graph().record(b == null ? new Dense(x, w) : new Dense(x, w, b));
  }

  /** {@code y[n] = softmax of x[n]}: probabilities. For training use a loss from logits instead. */
  public static Var softmax(Var x) {
    Shapes.requireMatrix("softmax", x);
    return x.graph().record(new SoftmaxOp(x));
  }

  /**
   * {@code y[n, u] = max over p of x[n, p * units + u]} (Goodfellow et al. 2013, "Maxout networks"); the
   * first of equal pieces gets the gradient.
   *
   * @param x [N, pieces * units]
   * @return [N, units]
   */
  public static Var maxout(Var x, int pieces) {
    Shapes.requireMatrix("maxout", x);
    if (pieces < 1 || x.shape().get(1) % pieces != 0) {
      throw new ShapeException("maxout: wants a multiple of " + pieces + " columns, got " + x.shape()
          + "; the layer before it must have pieces * units outputs");
    }
    return x.graph().record(new MaxoutOp(x, pieces));
  }

  /** {@code y[j, i] = x[i, j]}. */
  public static Var transpose(Var x) {
    Shapes.requireMatrix("transpose", x);
    return x.graph().record(new TransposeOp(x));
  }

  private static final class Dense extends Op {
    /** Columns of the weight that are transposed at a time, so that they are used while still near. */
    private static final int TRANSPOSED_OUTPUTS = 128;

    private final int examples;
    private final int ins;
    private final int outs;
    private final boolean biased;
    private float[][] transposedWeight;
    private float[][] transposedInput;

    Dense(Var... inputs) {
      super(Tensor.zeros(Shape.of(inputs[0].shape().get(0), inputs[1].shape().get(1))), inputs);
      examples = inputs[0].shape().get(0);
      ins = inputs[0].shape().get(1);
      outs = inputs[1].shape().get(1);
      biased = inputs.length == 3;
    }

    @Override
    protected void forward() {
      float[][] y = output().rows();
      for (float[] row : y) {
        if (biased) {
          System.arraycopy(input(2).rows()[0], 0, row, 0, outs);
        } else {
          Arrays.fill(row, 0);
        }
      }
      graph().kernels().add(y, examples, input(0).rows(), 0, input(1).rows(), ins, outs);
    }

    @Override
    boolean readsOutput() {
      return false;
    }

    @Override
    protected void prepareBackward(Workspace workspace) {
      transposedWeight = workspace.takeRows(Math.min(outs, TRANSPOSED_OUTPUTS), ins);
      transposedInput = workspace.takeRows(ins, examples);
      workspace.giveBack(transposedWeight);
      workspace.giveBack(transposedInput);
    }

    @Override
    protected void backward() {
      float[][] dy = outputGradient().rows();
      if (wantsGradient(0)) {
        inputGradient(0).fill(0);
        for (int from = 0; from < outs; from += TRANSPOSED_OUTPUTS) {
          int count = Math.min(outs - from, TRANSPOSED_OUTPUTS);
          Columns.transpose(transposedWeight, input(1).rows(), ins, from, count);
          graph().kernels().add(inputGradient(0).rows(), examples, dy, from, transposedWeight, count, ins);
        }
      }
      if (wantsGradient(1)) {
        Columns.transpose(transposedInput, input(0).rows(), examples, ins);
        inputGradient(1).fill(0);
        graph().kernels().add(inputGradient(1).rows(), ins, transposedInput, 0, dy, examples, outs);
      }
      if (biased && wantsGradient(2)) {
        inputGradient(2).fill(0);
        for (float[] row : dy) {
          Rows.add(inputGradient(2).rows()[0], row, outs);
        }
      }
    }
  }

  private static final class SoftmaxOp extends Op {
    SoftmaxOp(Var x) {
      super(Tensor.zerosLike(x.value()), x);
    }

    @Override
    protected void forward() {
      float[][] y = output().rows();
      for (int n = 0; n < y.length; n++) {
        Softmax.softmax(y[n], input(0).rows()[n], y[n].length);
      }
    }

    @Override
    protected void backward() {
      float[][] y = output().rows();
      for (int n = 0; n < y.length; n++) {
        Softmax.softmaxGradient(inputGradient(0).rows()[n], outputGradient().rows()[n], y[n], y[n].length);
      }
    }
  }

  private static final class MaxoutOp extends Op {
    private final int pieces;
    private final int units;

    MaxoutOp(Var x, int pieces) {
      super(Tensor.zeros(Shape.of(x.shape().get(0), x.shape().get(1) / pieces)), x);
      this.pieces = pieces;
      this.units = x.shape().get(1) / pieces;
    }

    @Override
    protected void forward() {
      float[][] y = output().rows();
      for (int n = 0; n < y.length; n++) {
        Activations.maxout(y[n], input(0).rows()[n], units, pieces);
      }
    }

    @Override
    protected void backward() {
      float[][] dy = outputGradient().rows();
      for (int n = 0; n < dy.length; n++) {
        Activations.maxoutGradient(inputGradient(0).rows()[n], dy[n], output().rows()[n], input(0).rows()[n],
            units, pieces);
      }
    }
  }

  private static final class TransposeOp extends Op {
    TransposeOp(Var x) {
      super(Tensor.zeros(Shape.of(x.shape().get(1), x.shape().get(0))), x);
    }

    @Override
    protected void forward() {
      Columns.transpose(output().rows(), input(0).rows(), input(0).shape().get(0), input(0).shape().get(1));
    }

    @Override
    protected void backward() {
      Columns.transpose(inputGradient(0).rows(), outputGradient().rows(), output().shape().get(0),
          output().shape().get(1));
    }
  }
}
