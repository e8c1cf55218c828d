package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Products;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.kernel.Softmax;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;

/**
 * How a network says which slots of a {@link MemoryOps memory} it means (Graves et al. 2014, "Neural Turing
 * machines", section 3.3): {@link #similarity} to a key, sharpened by {@link #scaleEach} and a softmax,
 * mixed by {@link #interpolate} with where it was, moved by {@link #shift}, and made sharp by {@link
 * #sharpen}. Weights are [N examples, S slots], each row with the sum 1.
 */
public final class AddressOps {
  /** Taken as the least square of a length: a slot near zero is like no key, instead of like any. */
  private static final double LEAST_SQUARE = 1e-4;
  /** Taken as the least weight, so that it has a logarithm. */
  private static final float LEAST_WEIGHT = 1e-20f;

  private AddressOps() {}

  /**
   * The cosine between each slot and a key, {@code m . k / (|m| |k|)} with {@code |x| = sqrt(x . x + 1e-4)}
   * (equation 6).
   *
   * @param memory [S, N, W]
   * @param key [N, W]
   * @return [N, S], from -1 to 1
   */
  public static Var similarity(Var memory, Var key) {
    Shapes.requireSequence("similarity", memory);
    MemoryOps.requireVector("similarity", memory, key);
    return memory.graph().record(new Similarity(memory, key));
  }

  /** {@code y[n] = factor[n] * x[n]}; x [N, features], factor [N, 1]. */
  public static Var scaleEach(Var x, Var factor) {
    Shapes.requireMatrix("scaleEach", x);
    requireColumn("scaleEach", x, factor);
    return x.graph().record(new ScaleEach(x, factor));
  }

  /** {@code y[n] = gate[n] * a[n] + (1 - gate[n]) * b[n]} (equation 7); a, b [N, S], gate [N, 1]. */
  public static Var interpolate(Var gate, Var a, Var b) {
    Shapes.requireMatrix("interpolate", a);
    requireColumn("interpolate", a, gate);
    Shapes.require(b.shape().equals(a.shape()), "interpolate", "two of shape " + a.shape(), b,
        "is it the same memory?");
    return a.graph().record(new Interpolate(gate, a, b));
  }

  /**
   * Moves weights around the ring of slots, {@code y[n, i] = sum over j of x[n, i - j] * shifts[n, j + r]}
   * for j from -r to r (equation 8).
   *
   * @param weights [N, S]
   * @param shifts [N, 2 r + 1], how much to move by each distance; at most S columns
   * @return [N, S]
   */
  public static Var shift(Var weights, Var shifts) {
    Shapes.requireMatrix("shift", weights);
    Shapes.requireMatrix("shift", shifts);
    int slots = weights.shape().get(1);
    Shapes.require(shifts.shape().get(0) == weights.shape().get(0) && shifts.shape().get(1) % 2 == 1
        && shifts.shape().get(1) <= slots, "shift", "for each row of " + weights.shape()
        + " an odd number of shifts, at most " + slots, shifts, "is it the same batch?");
    return weights.graph().record(new Shift(weights, shifts));
  }

  /** {@code y[n, s] = x[n, s]^power[n] / sum of all} (equation 9); x [N, S] of 0 or more, power [N, 1]. */
  public static Var sharpen(Var weights, Var power) {
    Shapes.requireMatrix("sharpen", weights);
    requireColumn("sharpen", weights, power);
    return weights.graph().record(new Sharpen(weights, power));
  }

  private static void requireColumn(String who, Var x, Var column) {
    Shapes.require(column.shape().equals(Shape.of(x.shape().get(0), 1)), who, "one number for each row of "
        + x.shape(), column, "is it the same batch?");
  }

  private static final class Similarity extends Op {
    private final int examples;
    private final double[] keyLength;
    private final double[][] slotLength;

    Similarity(Var memory, Var key) {
      super(Tensor.zeros(Shape.of(memory.shape().get(1), memory.shape().get(0))), memory, key);
      examples = memory.shape().get(1);
      keyLength = new double[examples];
      slotLength = new double[examples][memory.shape().get(0)];
    }

    private static double length(float[] x) {
      return Math.sqrt(Rows.dot(x, x, x.length) + LEAST_SQUARE);
    }

    @Override
    protected void forward() {
      for (int n = 0; n < examples; n++) {
        float[] key = input(1).rows()[n];
        keyLength[n] = length(key);
        float[] y = output().rows()[n];
        for (int s = 0; s < y.length; s++) {
          float[] slot = input(0).rows()[s * examples + n];
          slotLength[n][s] = length(slot);
          y[s] = (float) (Rows.dot(slot, key, key.length) / (slotLength[n][s] * keyLength[n]));
        }
      }
    }

    @Override
    protected void backward() {
      if (wantsGradient(1)) {
        inputGradient(1).fill(0);
      }
      for (int n = 0; n < examples; n++) {
        float[] key = input(1).rows()[n];
        float[] y = output().rows()[n];
        for (int s = 0; s < y.length; s++) {
          float[] slot = input(0).rows()[s * examples + n];
          double dy = outputGradient().rows()[n][s];
          float across = (float) (dy / (slotLength[n][s] * keyLength[n]));
          if (wantsGradient(0)) {
            float[] dSlot = inputGradient(0).rows()[s * examples + n];
            Rows.scale(dSlot, (float) (-dy * y[s] / (slotLength[n][s] * slotLength[n][s])), slot,
                slot.length);
            Products.add1(dSlot, across, key, key.length);
          }
          if (wantsGradient(1)) {
            float[] dKey = inputGradient(1).rows()[n];
            Products.add1(dKey, (float) (-dy * y[s] / (keyLength[n] * keyLength[n])), key, key.length);
            Products.add1(dKey, across, slot, slot.length);
          }
        }
      }
    }
  }

  private static final class ScaleEach extends Op {
    ScaleEach(Var x, Var factor) {
      super(Tensor.zerosLike(x.value()), x, factor);
    }

    @Override
    protected void forward() {
      for (int n = 0; n < output().rows().length; n++) {
        Rows.scale(output().rows()[n], input(1).rows()[n][0], input(0).rows()[n], output().rowLength());
      }
    }

    @Override
    protected void backward() {
      for (int n = 0; n < output().rows().length; n++) {
        float[] dy = outputGradient().rows()[n];
        if (wantsGradient(0)) {
          Rows.scale(inputGradient(0).rows()[n], input(1).rows()[n][0], dy, dy.length);
        }
        if (wantsGradient(1)) {
          inputGradient(1).rows()[n][0] = (float) Rows.dot(dy, input(0).rows()[n], dy.length);
        }
      }
    }
  }

  private static final class Interpolate extends Op {
    Interpolate(Var gate, Var a, Var b) {
      super(Tensor.zerosLike(a.value()), gate, a, b);
    }

    @Override
    protected void forward() {
      for (int n = 0; n < output().rows().length; n++) {
        Rows.blend(output().rows()[n], input(2).rows()[n], input(1).rows()[n], input(0).rows()[n][0],
            output().rowLength());
      }
    }

    @Override
    protected void backward() {
      for (int n = 0; n < output().rows().length; n++) {
        float[] dy = outputGradient().rows()[n];
        float gate = input(0).rows()[n][0];
        if (wantsGradient(0)) {
          inputGradient(0).rows()[n][0] = (float) (Rows.dot(dy, input(1).rows()[n], dy.length)
              - Rows.dot(dy, input(2).rows()[n], dy.length));
        }
        if (wantsGradient(1)) {
          Rows.scale(inputGradient(1).rows()[n], gate, dy, dy.length);
        }
        if (wantsGradient(2)) {
          Rows.scale(inputGradient(2).rows()[n], 1 - gate, dy, dy.length);
        }
      }
    }
  }

  private static final class Shift extends Op {
    private final int reach;

    Shift(Var weights, Var shifts) {
      super(Tensor.zerosLike(weights.value()), weights, shifts);
      reach = shifts.shape().get(1) / 2;
    }

    @Override
    protected void forward() {
      output().fill(0);
      for (int n = 0; n < output().rows().length; n++) {
        for (int j = -reach; j <= reach; j++) {
          addTurned(output().rows()[n], input(1).rows()[n][j + reach], input(0).rows()[n], j);
        }
      }
    }

    @Override
    protected void backward() {
      if (wantsGradient(0)) {
        inputGradient(0).fill(0);
      }
      for (int n = 0; n < output().rows().length; n++) {
        float[] dy = outputGradient().rows()[n];
        for (int j = -reach; j <= reach; j++) {
          if (wantsGradient(0)) {
            addTurned(inputGradient(0).rows()[n], input(1).rows()[n][j + reach], dy, -j);
          }
          if (wantsGradient(1)) {
            inputGradient(1).rows()[n][j + reach] = (float) dotTurned(dy, input(0).rows()[n], j);
          }
        }
      }
    }

    /** {@code y[i] += factor * x[i - by]} around the ring. */
    private static void addTurned(float[] y, float factor, float[] x, int by) {
      int turn = Math.floorMod(by, x.length);
      for (int i = turn; i < y.length; i++) {
        y[i] += factor * x[i - turn];
      }
      for (int i = 0; i < turn; i++) {
        y[i] += factor * x[i - turn + x.length];
      }
    }

    private static double dotTurned(float[] dy, float[] x, int by) {
      int turn = Math.floorMod(by, x.length);
      double sum = 0;
      for (int i = 0; i < dy.length; i++) {
        sum += (double) dy[i] * x[i < turn ? i - turn + x.length : i - turn];
      }
      return sum;
    }
  }

  private static final class Sharpen extends Op {
    private final double[][] logs;

    Sharpen(Var weights, Var power) {
      super(Tensor.zerosLike(weights.value()), weights, power);
      logs = new double[output().rows().length][output().rowLength()];
    }

    @Override
    protected void forward() {
      for (int n = 0; n < logs.length; n++) {
        float power = input(1).rows()[n][0];
        float[] x = input(0).rows()[n];
        float[] y = output().rows()[n];
        for (int s = 0; s < y.length; s++) {
          logs[n][s] = StrictMath.log(Math.max(x[s], LEAST_WEIGHT));
          y[s] = (float) (power * logs[n][s]);
        }
        Softmax.softmax(y, y, y.length);
      }
    }

    @Override
    protected void backward() {
      for (int n = 0; n < logs.length; n++) {
        float[] x = input(0).rows()[n];
        float[] y = output().rows()[n];
        float[] dy = outputGradient().rows()[n];
        double mean = Rows.dot(dy, y, dy.length);
        double dPower = 0;
        for (int s = 0; s < y.length; s++) {
          double slope = y[s] * (dy[s] - mean);
          dPower += slope * logs[n][s];
          if (wantsGradient(0)) {
            boolean counts = x[s] > LEAST_WEIGHT;
            inputGradient(0).rows()[n][s] = counts ? (float) (slope * input(1).rows()[n][0] / x[s]) : 0;
          }
        }
        if (wantsGradient(1)) {
          inputGradient(1).rows()[n][0] = (float) dPower;
        }
      }
    }
  }
}
