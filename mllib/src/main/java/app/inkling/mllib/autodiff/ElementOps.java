package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Activations;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Tensor;

/** Operations that work on each element by itself, on any shape and layout. */
public final class ElementOps {
  private ElementOps() {}

  /** {@code y = max(x, 0)}; the gradient at 0 is 0. */
  public static Var relu(Var x) {
    return x.graph().record(new Elementwise("relu", x, Activations::relu, Activations::reluGradient));
  }

  /** {@code y = tanh(x)}, within 3e-7. */
  public static Var tanh(Var x) {
    return x.graph().record(new Elementwise("tanh", x, Activations::tanh, Activations::tanhGradient));
  }

  /** {@code y = 1 / (1 + e^-x)}, within 3e-7. */
  public static Var sigmoid(Var x) {
    return x.graph().record(new Elementwise("sigmoid", x, Activations::sigmoid, Activations::sigmoidGradient));
  }

  /**
   * {@code y = x} where x is above 0, else {@code slope * x}; the gradient at 0 is {@code slope} (Maas et al.
   * 2013, "Rectifier nonlinearities improve neural network acoustic models").
   *
   * @param slope 0 or more
   */
  public static Var leakyRelu(Var x, float slope) {
    requireAtLeastZero("leakyRelu", "slope", slope);
    return x.graph().record(new Elementwise("leakyRelu", x,
        (y, in, length) -> Activations.leakyRelu(y, in, slope, length),
        (dx, dy, y, length) -> Activations.leakyReluGradient(dx, dy, y, slope, length)));
  }

  /**
   * Exponential linear unit: {@code y = x} where x is above 0, else {@code alpha * (e^x - 1)} (Clevert et al.
   * 2016, "Fast and accurate deep network learning by exponential linear units").
   *
   * @param alpha 0 or more; with 1 the gradient has no jump
   */
  public static Var elu(Var x, float alpha) {
    requireAtLeastZero("elu", "alpha", alpha);
    return x.graph().record(new Elementwise("elu", x,
        (y, in, length) -> Activations.elu(y, in, alpha, length),
        (dx, dy, y, length) -> Activations.eluGradient(dx, dy, y, alpha, length)));
  }

  /** {@code y = ln(1 + e^x)}, the soft ReLU; its derivative is the sigmoid. */
  public static Var softplus(Var x) {
    return x.graph().record(new Elementwise("softplus", x, Activations::softplus, Activations::softplusGradient));
  }

  private static void requireAtLeastZero(String who, String what, float value) {
    if (!(value >= 0) || Float.isInfinite(value)) {
      throw new IllegalArgumentException(who + ": " + what + " is " + value + "; wants a finite number of at "
          + "least 0");
    }
  }

  /** {@code a + b}, of one shape and layout: a skip connection. */
  public static Var add(Var a, Var b) {
    if (!a.value().sameLayout(b.value())) {
      throw new ShapeException("add: wants two of one shape, got " + a.shape() + " and " + b.shape());
    }
    return a.graph().record(new Add(a, b));
  }

  /** {@code a * b}, element by element, of one shape and layout. */
  public static Var multiply(Var a, Var b) {
    if (!a.value().sameLayout(b.value())) {
      throw new ShapeException("multiply: wants two of one shape, got " + a.shape() + " and " + b.shape());
    }
    return a.graph().record(new Multiply(a, b));
  }

  /** {@code factor * x}: the weight of a loss among others, or with -1 what {@link #add} is to take away. */
  public static Var scale(Var x, float factor) {
    return x.graph().record(new Elementwise("scale", x,
        (y, in, length) -> Rows.scale(y, factor, in, length),
        (dx, dy, y, length) -> Rows.scale(dx, factor, dy, length)));
  }

  /**
   * In training sets each element to 0 with probability {@code rate} and divides the rest by
   * {@code 1 - rate}, so that the mean stays; otherwise passes x through. (Srivastava et al. 2014, "Dropout",
   * in its inverted form.)
   *
   * @param rate 0 (included) to 1 (excluded)
   */
  public static Var dropout(Var x, float rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("dropout: rate is " + rate + "; wants at least 0 and below 1");
    }
    return x.graph().record(new DropoutOp(x, rate));
  }

  /** y from x. */
  private interface Function {
    void apply(float[] y, float[] x, int length);
  }

  /** dx from dy and y. */
  private interface Gradient {
    void apply(float[] dx, float[] dy, float[] y, int length);
  }

  private static final class Elementwise extends Op {
    private final String name;
    private final Function function;
    private final Gradient gradient;

    Elementwise(String name, Var x, Function function, Gradient gradient) {
      super(Tensor.zerosLike(x.value()), x);
      this.name = name;
      this.function = function;
      this.gradient = gradient;
    }

    @Override
    protected String name() {
      return name;
    }

    @Override
    protected void forward() {
      float[][] x = input(0).rows();
      float[][] y = output().rows();
      for (int r = 0; r < y.length; r++) {
        function.apply(y[r], x[r], y[r].length);
      }
    }

    @Override
    protected void backward() {
      float[][] dx = inputGradient(0).rows();
      float[][] dy = outputGradient().rows();
      float[][] y = output().rows();
      for (int r = 0; r < y.length; r++) {
        gradient.apply(dx[r], dy[r], y[r], y[r].length);
      }
    }
  }

  private static final class Add extends Op {
    Add(Var a, Var b) {
      super(Tensor.zerosLike(a.value()), a, b);
    }

    @Override
    protected void forward() {
      float[][] sum = output().rows();
      for (int r = 0; r < sum.length; r++) {
        Rows.sum(sum[r], input(0).rows()[r], input(1).rows()[r], sum[r].length);
      }
    }

    @Override
    protected void backward() {
      for (int k = 0; k < 2; k++) {
        if (wantsGradient(k)) {
          inputGradient(k).copyFrom(outputGradient());
        }
      }
    }
  }

  private static final class Multiply extends Op {
    Multiply(Var a, Var b) {
      super(Tensor.zerosLike(a.value()), a, b);
    }

    @Override
    protected void forward() {
      product(output(), input(0), input(1));
    }

    @Override
    protected void backward() {
      for (int k = 0; k < 2; k++) {
        if (wantsGradient(k)) {
          product(inputGradient(k), outputGradient(), input(1 - k));
        }
      }
    }

    private static void product(Tensor c, Tensor a, Tensor b) {
      for (int r = 0; r < c.rows().length; r++) {
        Rows.multiply(c.rows()[r], a.rows()[r], b.rows()[r], c.rowLength());
      }
    }
  }

  private static final class DropoutOp extends Op {
    private final float rate;
    private final Tensor mask;

    DropoutOp(Var x, float rate) {
      super(Tensor.zerosLike(x.value()), x);
      this.rate = rate;
      this.mask = Tensor.zerosLike(x.value());
    }

    @Override
    protected void forward() {
      float[][] x = input(0).rows();
      float[][] y = output().rows();
      if (graph().training()) {
        draw();
      } else {
        mask.fill(1);
      }
      for (int r = 0; r < y.length; r++) {
        Rows.multiply(y[r], x[r], mask.rows()[r], y[r].length);
      }
    }

    private void draw() {
      Rng rng = graph().rng();
      float kept = 1 / (1 - rate);
      for (float[] row : mask.rows()) {
        for (int j = 0; j < row.length; j++) {
          row[j] = rng.nextFloat() < rate ? 0 : kept;
        }
      }
    }

    @Override
    protected void backward() {
      float[][] dx = inputGradient(0).rows();
      for (int r = 0; r < dx.length; r++) {
        Rows.multiply(dx[r], outputGradient().rows()[r], mask.rows()[r], dx[r].length);
      }
    }
  }
}
