package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Products;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;

/**
 * A memory that a network reads and writes: S slots of W numbers for each of N examples, [S, N, W], and
 * weights [N, S] that say how much of each slot is meant (Graves et al. 2014, "Neural Turing machines",
 * sections 3.1 and 3.2). How weights come to be: {@link AddressOps}.
 */
public final class MemoryOps {
  private MemoryOps() {}

  /**
   * {@code r[n] = sum over s of w[n, s] * memory[s, n]} (equation 2).
   *
   * @param memory [S, N, W]
   * @param weights [N, S]
   * @return [N, W]
   */
  public static Var read(Var memory, Var weights) {
    requireWeights("read", memory, weights);
    return memory.graph().record(new Read(memory, weights));
  }

  /**
   * What the memory is after a write: {@code memory[s, n] * (1 - w[n, s] * erase[n]) + w[n, s] * add[n]}
   * (equations 3 and 4).
   *
   * @param memory [S, N, W]
   * @param weights [N, S]
   * @param erase [N, W], each from 0 (keep) to 1 (erase)
   * @param add [N, W]
   * @return [S, N, W]
   */
  public static Var write(Var memory, Var weights, Var erase, Var add) {
    requireWeights("write", memory, weights);
    requireVector("write", memory, erase);
    requireVector("write", memory, add);
    return memory.graph().record(new Write(memory, weights, erase, add));
  }

  static void requireWeights(String who, Var memory, Var weights) {
    Shapes.requireSequence(who, memory);
    Shape wanted = Shape.of(memory.shape().get(1), memory.shape().get(0));
    Shapes.require(weights.shape().equals(wanted), who, "weights " + wanted + ", one for each slot", weights,
        "is it the same memory?");
  }

  static void requireVector(String who, Var memory, Var vector) {
    Shape wanted = Shape.of(memory.shape().get(1), memory.shape().get(2));
    Shapes.require(vector.shape().equals(wanted), who, "vectors " + wanted + " as long as a slot", vector,
        "is it the same memory?");
  }

  private static final class Read extends Op {
    Read(Var memory, Var weights) {
      super(Tensor.zeros(Shape.of(memory.shape().get(1), memory.shape().get(2))), memory, weights);
    }

    @Override
    protected void forward() {
      output().fill(0);
      float[][] memory = input(0).rows();
      float[][] r = output().rows();
      for (int row = 0; row < memory.length; row++) {
        int n = row % r.length;
        Products.add1(r[n], input(1).rows()[n][row / r.length], memory[row], output().rowLength());
      }
    }

    @Override
    protected void backward() {
      float[][] memory = input(0).rows();
      float[][] dr = outputGradient().rows();
      if (wantsGradient(0)) {
        inputGradient(0).fill(0);
      }
      for (int row = 0; row < memory.length; row++) {
        int n = row % dr.length;
        int s = row / dr.length;
        if (wantsGradient(0)) {
          Products.add1(inputGradient(0).rows()[row], input(1).rows()[n][s], dr[n], dr[n].length);
        }
        if (wantsGradient(1)) {
          inputGradient(1).rows()[n][s] = (float) Rows.dot(memory[row], dr[n], dr[n].length);
        }
      }
    }
  }

  private static final class Write extends Op {
    private static final int MEMORY = 0;
    private static final int WEIGHTS = 1;
    private static final int ERASE = 2;
    private static final int ADD = 3;

    Write(Var... inputs) {
      super(Tensor.zerosLike(inputs[0].value()), inputs);
    }

    @Override
    protected void forward() {
      float[][] after = output().rows();
      int examples = input(WEIGHTS).rows().length;
      for (int row = 0; row < after.length; row++) {
        int n = row % examples;
        after(after[row], input(MEMORY).rows()[row], input(WEIGHTS).rows()[n][row / examples],
            input(ERASE).rows()[n], input(ADD).rows()[n]);
      }
    }

    private static void after(float[] y, float[] m, float w, float[] e, float[] a) {
      for (int j = 0; j < y.length; j++) {
        y[j] = m[j] + w * (a[j] - m[j] * e[j]);
      }
    }

    @Override
    protected void backward() {
      for (int k = ERASE; k <= ADD; k++) {
        if (wantsGradient(k)) {
          inputGradient(k).fill(0);
        }
      }
      float[][] dy = outputGradient().rows();
      int examples = input(WEIGHTS).rows().length;
      for (int row = 0; row < dy.length; row++) {
        int n = row % examples;
        int s = row / examples;
        float[] m = input(MEMORY).rows()[row];
        float[] e = input(ERASE).rows()[n];
        float w = input(WEIGHTS).rows()[n][s];
        if (wantsGradient(MEMORY)) {
          memoryGradient(inputGradient(MEMORY).rows()[row], dy[row], w, e);
        }
        if (wantsGradient(WEIGHTS)) {
          inputGradient(WEIGHTS).rows()[n][s] = (float) change(dy[row], m, e, input(ADD).rows()[n]);
        }
        if (wantsGradient(ERASE)) {
          addProduct(inputGradient(ERASE).rows()[n], -w, m, dy[row]);
        }
        if (wantsGradient(ADD)) {
          Products.add1(inputGradient(ADD).rows()[n], w, dy[row], m.length);
        }
      }
    }

    private static void memoryGradient(float[] dm, float[] dy, float w, float[] e) {
      for (int j = 0; j < dm.length; j++) {
        dm[j] = dy[j] * (1 - w * e[j]);
      }
    }

    private static double change(float[] dy, float[] m, float[] e, float[] a) {
      double sum = 0;
      for (int j = 0; j < dy.length; j++) {
        sum += (double) dy[j] * (a[j] - m[j] * e[j]);
      }
      return sum;
    }

    private static void addProduct(float[] c, float factor, float[] a, float[] b) {
      for (int j = 0; j < c.length; j++) {
        c[j] += factor * a[j] * b[j];
      }
    }
  }
}
