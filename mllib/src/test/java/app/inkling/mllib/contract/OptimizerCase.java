package app.inkling.mllib.contract;

import app.inkling.mllib.optim.Adagrad;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.L2Penalty;
import app.inkling.mllib.optim.MaxNorm;
import app.inkling.mllib.optim.Momentum;
import app.inkling.mllib.optim.Nesterov;
import app.inkling.mllib.optim.Optimizer;
import app.inkling.mllib.optim.RmsProp;
import app.inkling.mllib.optim.Sgd;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One optimiser as the contract suite meets it.
 *
 * @param make one for weights that will be handed to it at every step
 * @param oracle what it does to one weight, by its paper, in double precision
 * @param longest norm that it leaves to columns of its weights
 */
record OptimizerCase(String name, Function<List<Tensor>, Optimizer> make, Supplier<Oracle> oracle,
    double longest) {
  /** One weight's rule, with its state. */
  interface Oracle {
    /** @param t number of the step, from 1; the weight after it */
    double step(double w, double g, double rate, int t);
  }

  static List<OptimizerCase> all() {
    return Arrays.asList(
        of("sgd", Sgd::new, () -> (w, g, rate, t) -> w - rate * g),
        of("momentum", () -> new Momentum(0.9f), OptimizerCase::momentum),
        of("nesterov", () -> new Nesterov(0.8f), OptimizerCase::nesterov),
        of("adagrad", Adagrad::new, OptimizerCase::adagrad),
        of("rmsprop", RmsProp::new, OptimizerCase::rmsProp),
        of("adam", Adam::new, () -> adam(0, 0)),
        of("adamw", () -> new Adam(0.1f), () -> adam(0.1f, 0)),
        of("adam with l2", () -> new L2Penalty(0.1f, new Adam()), () -> adam(0, 0.1f)),
        new OptimizerCase("sgd within a norm", values -> limit(new MaxNorm(1.5f, new Sgd()), values),
            () -> (w, g, rate, t) -> w - rate * g, 1.5));
  }

  private static MaxNorm limit(MaxNorm optimizer, List<Tensor> values) {
    values.forEach(optimizer::columns);
    return optimizer;
  }

  private static OptimizerCase of(String name, Supplier<Optimizer> make, Supplier<Oracle> oracle) {
    return new OptimizerCase(name, values -> make.get(), oracle, Double.POSITIVE_INFINITY);
  }

  private static Oracle momentum() {
    double[] m = {0};
    return (w, g, rate, t) -> {
      m[0] = 0.9f * m[0] + rate * g;
      return w - m[0];
    };
  }

  /** By its two points: v = mu v - rate g at w + mu v; what is handed in and out is the point ahead. */
  private static Oracle nesterov() {
    double[] v = {0};
    return (ahead, g, rate, t) -> {
      double w = ahead - 0.8f * v[0];
      v[0] = 0.8f * v[0] - rate * g;
      w += v[0];
      return w + 0.8f * v[0];
    };
  }

  private static Oracle adagrad() {
    double[] v = {0};
    return (w, g, rate, t) -> {
      v[0] += g * g;
      return w - rate * g / (Math.sqrt(v[0]) + 1e-10);
    };
  }

  private static Oracle rmsProp() {
    double[] v = {0};
    return (w, g, rate, t) -> {
      v[0] = 0.9f * v[0] + (1 - 0.9f) * g * g;
      return w - rate * g / (Math.sqrt(v[0]) + 1e-8);
    };
  }

  private static Oracle adam(double decay, double l2) {
    double[] m = {0};
    double[] v = {0};
    return (w, gradient, rate, t) -> {
      double g = gradient + l2 * w;
      m[0] = 0.9f * m[0] + (1 - 0.9f) * g;
      v[0] = 0.999f * v[0] + (1 - 0.999f) * g * g;
      double step = m[0] / (1 - Math.pow(0.9f, t)) / (Math.sqrt(v[0] / (1 - Math.pow(0.999f, t))) + 1e-8);
      return w - rate * decay * w - rate * step;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
