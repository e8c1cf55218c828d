package app.inkling.mllib.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.AddressOps;
import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.GlimpseOps;
import app.inkling.mllib.autodiff.GlimpseOps.Grid;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.MemoryOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.oracle.Naive;
import app.inkling.mllib.oracle.Scalar;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/**
 * Each operation on a memory, its addresses and the places of an image, by all of its inputs, against the
 * oracle.
 */
public class MemoryOpsTest {
  private static final int SLOTS = 5;
  private static final int EXAMPLES = 2;
  private static final int WIDTH = 3;
  private static final Shape MEMORY = Shape.of(SLOTS, EXAMPLES, WIDTH);
  private static final Shape WEIGHTS = Shape.of(EXAMPLES, SLOTS);
  private static final Shape VECTOR = Shape.of(EXAMPLES, WIDTH);
  private static final Shape COLUMN = Shape.of(EXAMPLES, 1);

  private final Rng rng = new Rng(17);

  private interface Operation {
    Var apply(Var[] inputs);
  }

  /** All inputs flat, in row-major order, to the output in that order. */
  private interface Oracle {
    Scalar[] apply(Scalar[][] inputs);
  }

  private void requireAgreement(Operation operation, Oracle oracle, Tensor... inputs) {
    for (int wanting = 0; wanting <= inputs.length; wanting++) {
      requireAgreement(operation, oracle, wanting, inputs);
    }
  }

  /** @param wanting the one input that gets a gradient; all of them when there is no such input */
  private void requireAgreement(Operation operation, Oracle oracle, int wanting, Tensor... inputs) {
    Graph graph = new Graph();
    Var[] variables = new Var[inputs.length];
    List<Var> judged = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      boolean wants = wanting == i || wanting == inputs.length;
      variables[i] = wants ? graph.variable(inputs[i]) : graph.input(inputs[i]);
      if (wants) {
        judged.add(variables[i]);
      }
    }
    Var y = operation.apply(variables);
    Tensor target = Probe.random(y.shape(), rng);
    Var loss = new SquaredError().apply(y, graph.input(target));
    graph.backward(loss);
    judged.forEach(variable -> graph.gradient(variable).fill(77));
    graph.forward();
    graph.backward(loss);
    List<float[]> points = judged.stream().map(variable -> variable.value().toArray()).toList();
    List<float[]> gradients = judged.stream().map(variable -> graph.gradient(variable).toArray()).toList();
    Judge.requireGradient(points, scalars -> {
      Scalar[][] all = new Scalar[inputs.length][];
      for (int i = 0, at = 0; i < inputs.length; i++) {
        all[i] = judged.contains(variables[i]) ? scalars.get(at++) : constants(inputs[i]);
      }
      return Naive.squaredError(new Scalar[][] {oracle.apply(all)}, new float[][] {target.toArray()});
    }, gradients, rng);
    Scalar[] wanted = oracle.apply(Arrays.stream(inputs).map(MemoryOpsTest::constants).toArray(Scalar[][]::new));
    float[] got = y.value().toArray();
    for (int i = 0; i < got.length; i++) {
      assertEquals(wanted[i].value, got[i], 2e-6 * Math.max(1, Math.abs(got[i])));
    }
  }

  private static Scalar[] constants(Tensor tensor) {
    float[] values = tensor.toArray();
    Scalar[] scalars = new Scalar[values.length];
    Arrays.setAll(scalars, i -> Scalar.of(values[i]));
    return scalars;
  }

  private Tensor random(Shape shape) {
    return Probe.random(shape, rng);
  }

  /** Rows of numbers above 0 with the sum 1. */
  private Tensor weights(Shape shape) {
    return MatrixOps.softmax(new Graph().input(random(shape))).value();
  }

  private static Scalar slot(Scalar[] memory, int s, int n, int j) {
    return memory[(s * EXAMPLES + n) * WIDTH + j];
  }

  @Test
  public void similarity() {
    requireAgreement(in -> AddressOps.similarity(in[0], in[1]), in -> {
      Scalar[] y = new Scalar[EXAMPLES * SLOTS];
      for (int n = 0; n < EXAMPLES; n++) {
        for (int s = 0; s < SLOTS; s++) {
          Scalar dot = Scalar.of(0);
          Scalar slot = Scalar.of(1e-4);
          Scalar key = Scalar.of(1e-4);
          for (int j = 0; j < WIDTH; j++) {
            Scalar m = slot(in[0], s, n, j);
            Scalar k = in[1][n * WIDTH + j];
            dot = dot.plus(m.times(k));
            slot = slot.plus(m.times(m));
            key = key.plus(k.times(k));
          }
          y[n * SLOTS + s] = dot.times(slot.times(key).log().times(-0.5).exp());
        }
      }
      return y;
    }, random(MEMORY), random(VECTOR));
  }

  /**
   * A memory of zeros is where every sequence begins: no slot is like the key, and the gradient is finite.
   */
  @Test
  public void similarityToAnEmptyMemory() {
    Graph graph = new Graph();
    Var memory = graph.variable(Tensor.zeros(MEMORY));
    Var key = graph.variable(random(VECTOR));
    Var y = AddressOps.similarity(memory, key);
    Var loss = new SquaredError().apply(y, graph.input(random(WEIGHTS)));
    graph.backward(loss);
    assertArrayEquals(new float[EXAMPLES * SLOTS], y.value().toArray(), 0);
    for (float value : graph.gradient(memory).toArray()) {
      assertTrue("" + value, Math.abs(value) < 100);
    }
    assertArrayEquals(new float[EXAMPLES * WIDTH], graph.gradient(key).toArray(), 0);
  }

  @Test
  public void scaleEach() {
    requireAgreement(in -> AddressOps.scaleEach(in[0], in[1]), in -> {
      Scalar[] y = new Scalar[in[0].length];
      Arrays.setAll(y, i -> in[0][i].times(in[1][i / SLOTS]));
      return y;
    }, random(WEIGHTS), random(COLUMN));
  }

  @Test
  public void interpolate() {
    requireAgreement(in -> AddressOps.interpolate(in[0], in[1], in[2]), in -> {
      Scalar[] y = new Scalar[in[1].length];
      Arrays.setAll(y, i -> in[0][i / SLOTS].times(in[1][i])
          .plus(Scalar.of(1).minus(in[0][i / SLOTS]).times(in[2][i])));
      return y;
    }, random(COLUMN), random(WEIGHTS), random(WEIGHTS));
  }

  private void requireShift(int shifts) {
    requireAgreement(in -> AddressOps.shift(in[0], in[1]), in -> {
      Scalar[] y = new Scalar[in[0].length];
      for (int i = 0; i < y.length; i++) {
        int n = i / SLOTS;
        y[i] = Scalar.of(0);
        for (int j = 0; j < shifts; j++) {
          int from = Math.floorMod(i % SLOTS - (j - shifts / 2), SLOTS);
          y[i] = y[i].plus(in[0][n * SLOTS + from].times(in[1][n * shifts + j]));
        }
      }
      return y;
    }, random(WEIGHTS), random(Shape.of(EXAMPLES, shifts)));
  }

  @Test
  public void shift() {
    requireShift(1);
    requireShift(3);
    requireShift(SLOTS);
  }

  /** A head at slot 4 of 5 that moves on by one is at slot 0. */
  @Test
  public void shiftGoesAroundTheRing() {
    Graph graph = new Graph();
    Tensor last = Tensor.of(Shape.of(1, SLOTS), 0, 0, 0, 0, 1);
    Var moved = AddressOps.shift(graph.input(last), graph.input(Tensor.of(Shape.of(1, 3), 0, 0, 1)));
    assertArrayEquals(new float[] {1, 0, 0, 0, 0}, moved.value().toArray(), 0);
  }

  @Test
  public void sharpen() {
    requireAgreement(in -> AddressOps.sharpen(in[0], in[1]), in -> {
      Scalar[] y = new Scalar[in[0].length];
      for (int n = 0; n < EXAMPLES; n++) {
        List<Scalar> powers = new ArrayList<>();
        for (int s = 0; s < SLOTS; s++) {
          powers.add(in[0][n * SLOTS + s].log().times(in[1][n]).exp());
        }
        for (int s = 0; s < SLOTS; s++) {
          y[n * SLOTS + s] = powers.get(s).over(Scalar.sum(powers));
        }
      }
      return y;
    }, weights(WEIGHTS), Tensor.of(COLUMN, 1.3f, 2.5f));
  }

  /** Where a head surely isn't, the weight is 0, which has no logarithm. */
  @Test
  public void sharpenLeavesASharpHeadAsItIs() {
    Graph graph = new Graph();
    Var x = graph.variable(Tensor.of(Shape.of(1, SLOTS), 0, 1, 0, 0, 0));
    Var y = AddressOps.sharpen(x, graph.input(Tensor.of(Shape.of(1, 1), 2)));
    graph.backward(new SquaredError().apply(y, graph.input(Tensor.zeros(y.shape()))));
    assertArrayEquals(new float[] {0, 1, 0, 0, 0}, y.value().toArray(), 1e-30f);
    assertArrayEquals(new float[SLOTS], graph.gradient(x).toArray(), 1e-6f);
  }

  @Test
  public void read() {
    requireAgreement(in -> MemoryOps.read(in[0], in[1]), in -> {
      Scalar[] y = new Scalar[EXAMPLES * WIDTH];
      for (int i = 0; i < y.length; i++) {
        y[i] = Scalar.of(0);
        for (int s = 0; s < SLOTS; s++) {
          y[i] = y[i].plus(in[1][i / WIDTH * SLOTS + s].times(slot(in[0], s, i / WIDTH, i % WIDTH)));
        }
      }
      return y;
    }, random(MEMORY), random(WEIGHTS));
  }

  @Test
  public void write() {
    requireAgreement(in -> MemoryOps.write(in[0], in[1], in[2], in[3]), in -> {
      Scalar[] y = new Scalar[in[0].length];
      for (int s = 0; s < SLOTS; s++) {
        for (int n = 0; n < EXAMPLES; n++) {
          Scalar w = in[1][n * SLOTS + s];
          for (int j = 0; j < WIDTH; j++) {
            Scalar kept = Scalar.of(1).minus(w.times(in[2][n * WIDTH + j]));
            y[(s * EXAMPLES + n) * WIDTH + j] = slot(in[0], s, n, j).times(kept)
                .plus(w.times(in[3][n * WIDTH + j]));
          }
        }
      }
      return y;
    }, random(MEMORY), random(WEIGHTS), random(VECTOR), random(VECTOR));
  }

  private static final Grid GRID = new Grid(5, 3, 2);

  @Test
  public void look() {
    requireAgreement(in -> GlimpseOps.look(in[0], in[1], GRID), in -> {
      Scalar[] y = new Scalar[EXAMPLES * 9];
      for (int i = 0; i < y.length; i++) {
        int n = i / 9;
        y[i] = Scalar.of(0);
        for (int place = 0; place < 4; place++) {
          int line = place / 2 * 2 + i % 9 / 3;
          int column = place % 2 * 2 + i % 3;
          y[i] = y[i].plus(in[1][n * 4 + place].times(in[0][n * 25 + line * 5 + column]));
        }
      }
      return y;
    }, random(Shape.of(EXAMPLES, 25)), random(Shape.of(EXAMPLES, 4)));
  }

  /** Drawn as often as the softmax says, and outside of training the likeliest. */
  @Test
  public void choose() {
    Graph graph = new Graph();
    Var logits = graph.variable(Tensor.of(Shape.of(1, 3), 0, (float) Math.log(7), (float) Math.log(2)));
    Var choice = GlimpseOps.choose(logits);
    assertArrayEquals(new float[] {0, 1, 0}, choice.value().toArray(), 0);
    graph.training(true);
    double[] shares = new double[3];
    for (int i = 0; i < 10000; i++) {
      graph.forward();
      for (int k = 0; k < 3; k++) {
        shares[k] += choice.value().rows()[0][k] / 10000;
      }
    }
    assertArrayEquals(new double[] {0.1, 0.7, 0.2}, shares, 0.02);
  }

  @Test
  public void multiplyAndScale() {
    requireAgreement(in -> ElementOps.multiply(in[0], ElementOps.scale(in[1], -3)), in -> {
      Scalar[] y = new Scalar[in[0].length];
      Arrays.setAll(y, i -> in[0][i].times(in[1][i]).times(-3));
      return y;
    }, random(WEIGHTS), random(WEIGHTS));
  }

  @Test
  public void refusesWhatDoesNotFit() {
    Graph graph = new Graph();
    Var memory = graph.input(Tensor.zeros(MEMORY));
    Var weights = graph.input(Tensor.zeros(WEIGHTS));
    Var vector = graph.input(Tensor.zeros(VECTOR));
    Var column = graph.input(Tensor.zeros(COLUMN));
    requireMisfit("read", () -> MemoryOps.read(memory, vector));
    requireMisfit("write", () -> MemoryOps.write(memory, weights, vector, column));
    requireMisfit("similarity", () -> AddressOps.similarity(memory, weights));
    requireMisfit("scaleEach", () -> AddressOps.scaleEach(weights, weights));
    requireMisfit("interpolate", () -> AddressOps.interpolate(column, weights, vector));
    requireMisfit("shift", () -> AddressOps.shift(weights, graph.input(Tensor.zeros(Shape.of(EXAMPLES, 2)))));
    requireMisfit("sharpen", () -> AddressOps.sharpen(weights, vector));
    requireMisfit("look", () -> GlimpseOps.look(graph.input(Tensor.zeros(Shape.of(EXAMPLES, 25))), weights, GRID));
    requireMisfit("choose", () -> GlimpseOps.choose(memory));
    requireMisfit("multiply", () -> ElementOps.multiply(weights, vector));
  }

  private static void requireMisfit(String who, ThrowingRunnable step) {
    String message = assertThrows(ShapeException.class, step).getMessage();
    assertTrue(message, message.startsWith(who + ": wants ") && message.contains(", got "));
  }
}
