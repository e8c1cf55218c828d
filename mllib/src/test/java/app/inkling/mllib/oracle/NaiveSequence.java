package app.inkling.mllib.oracle;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Networks over sequences as the textbook has them, one example: its steps one after the other in a row. */
public final class NaiveSequence {
  private NaiveSequence() {}

  /** One step of a cell: the state after it. */
  public interface Cell {
    Scalar[] step(Scalar[] x, Scalar[] state);
  }

  /** The first {@code units} numbers of the state after each step, from a state of zeros. */
  public static Scalar[] run(Scalar[] x, int features, int stateSize, int units, Cell cell) {
    Scalar[] state = new Scalar[stateSize];
    Arrays.fill(state, Scalar.of(0));
    int steps = x.length / features;
    Scalar[] y = new Scalar[steps * units];
    for (int t = 0; t < steps; t++) {
      state = cell.step(step(x, features, t), state);
      System.arraycopy(state, 0, y, t * units, units);
    }
    return y;
  }

  public static Scalar[] step(Scalar[] x, int features, int t) {
    return Arrays.copyOfRange(x, t * features, (t + 1) * features);
  }

  /** The steps from the last to the first. */
  public static Scalar[] reverse(Scalar[] x, int features) {
    Scalar[] y = new Scalar[x.length];
    int steps = x.length / features;
    for (int t = 0; t < steps; t++) {
      System.arraycopy(x, t * features, y, (steps - 1 - t) * features, features);
    }
    return y;
  }

  /** Two sequences side by side at each step. */
  public static Scalar[] beside(Scalar[] a, Scalar[] b, int steps) {
    int left = a.length / steps;
    int right = b.length / steps;
    Scalar[] y = new Scalar[a.length + b.length];
    for (int t = 0; t < steps; t++) {
      System.arraycopy(a, t * left, y, t * (left + right), left);
      System.arraycopy(b, t * right, y, t * (left + right) + left, right);
    }
    return y;
  }

  /** {@code tanh(x W + b + h U)}. */
  public static Cell simple(Scalar[] w, Scalar[] u, Scalar[] b, int units) {
    return (x, h) -> {
      Scalar[] sum = Naive.sum(Naive.dense(x, w, b, units), Naive.dense(h, u, null, units));
      return Arrays.stream(sum).map(Naive::tanh).toArray(Scalar[]::new);
    };
  }

  /** Blocks i, f, g, o, or f, g, o with i = 1 - f; the state is h and then c. */
  public static Cell lstm(Scalar[] w, Scalar[] u, Scalar[] b, int units, boolean coupled) {
    int width = (coupled ? 3 : 4) * units;
    int first = coupled ? 0 : units;
    return (x, state) -> {
      Scalar[] h = Arrays.copyOf(state, units);
      Scalar[] gates = Naive.sum(Naive.dense(x, w, b, width), Naive.dense(h, u, null, width));
      Scalar[] after = new Scalar[2 * units];
      for (int j = 0; j < units; j++) {
        Scalar f = Naive.sigmoid(gates[first + j]);
        Scalar i = coupled ? Scalar.of(1).minus(f) : Naive.sigmoid(gates[j]);
        Scalar g = Naive.tanh(gates[first + units + j]);
        Scalar o = Naive.sigmoid(gates[first + 2 * units + j]);
        after[units + j] = f.times(state[units + j]).plus(i.times(g));
        after[j] = o.times(Naive.tanh(after[units + j]));
      }
      return after;
    };
  }

  /** Blocks r, z, n; {@code h' = (1 - z) n + z h} with {@code n = tanh(xn + r * hn)}. */
  public static Cell gru(Scalar[] w, Scalar[] u, Scalar[] b, Scalar[] c, int units) {
    return (x, h) -> {
      Scalar[] fromX = Naive.dense(x, w, b, 3 * units);
      Scalar[] fromH = Naive.dense(h, u, c, 3 * units);
      Scalar[] after = new Scalar[units];
      for (int j = 0; j < units; j++) {
        Scalar r = Naive.sigmoid(fromX[j].plus(fromH[j]));
        Scalar z = Naive.sigmoid(fromX[units + j].plus(fromH[units + j]));
        Scalar n = Naive.tanh(fromX[2 * units + j].plus(r.times(fromH[2 * units + j])));
        after[j] = Scalar.of(1).minus(z).times(n).plus(z.times(h[j]));
      }
      return after;
    };
  }

  /** Rows of a table by whole numbers. */
  public static Scalar[] embed(Scalar[] ids, Scalar[] table, int features) {
    Scalar[] y = new Scalar[ids.length * features];
    for (int t = 0; t < ids.length; t++) {
      System.arraycopy(table, (int) Math.round(ids[t].value) * features, y, t * features, features);
    }
    return y;
  }

  /** One layer at each step. */
  public static Scalar[] eachStep(Scalar[] x, int features, UnaryOperator<Scalar[]> layer) {
    Scalar[] y = new Scalar[0];
    for (int t = 0; t < x.length / features; t++) {
      Scalar[] out = layer.apply(step(x, features, t));
      y = Arrays.copyOf(y, y.length + out.length);
      System.arraycopy(out, 0, y, y.length - out.length, out.length);
    }
    return y;
  }

  /** {@code w^T}, flat, of a matrix [rows, columns]. */
  public static Scalar[] transpose(Scalar[] w, int columns) {
    int rows = w.length / columns;
    Scalar[] y = new Scalar[w.length];
    for (int i = 0; i < w.length; i++) {
      y[i % columns * rows + i / columns] = w[i];
    }
    return y;
  }

  /** How much a step wants to look at another. */
  public interface Score {
    Scalar of(Scalar[] query, Scalar[] key);
  }

  /** Each step of x becomes the mean of the values weighted by the softmax of its scores. */
  public static Scalar[] attention(Scalar[] x, int features, Scalar[] values, boolean causal, Score score) {
    int steps = x.length / features;
    int width = values.length / steps;
    Scalar[] y = new Scalar[values.length];
    for (int t = 0; t < steps; t++) {
      Scalar[] scores = new Scalar[causal ? t + 1 : steps];
      for (int s = 0; s < scores.length; s++) {
        scores[s] = score.of(step(x, features, t), step(x, features, s));
      }
      Scalar[] weights = Naive.softmax(scores);
      for (int j = 0; j < width; j++) {
        Scalar sum = Scalar.of(0);
        for (int s = 0; s < weights.length; s++) {
          sum = sum.plus(weights[s].times(values[s * width + j]));
        }
        y[t * width + j] = sum;
      }
    }
    return y;
  }
}
