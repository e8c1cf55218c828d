package app.inkling.mllib.autodiff;

import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The judge of a backward pass: the gradient along random directions against central differences of the loss,
 * {@code (L(p + h d) - L(p - h d)) / 2h}.
 *
 * <p>The graph computes in floats, so that a right gradient agrees to about 1e-3 and a wrong one is off by
 * far more than 1e-2; several h are tried and the best counts. Where a loss has a kink (ReLU, max-pooling)
 * within h, it may take another seed.
 */
public final class GradientCheck {
  private static final int DIRECTIONS = 4;
  private static final double[] STEPS = {1e-1, 3e-2, 1e-2, 3e-3, 1e-3};

  private GradientCheck() {}

  /**
   * Replays the graph many times; the variables' values are put back.
   *
   * @param loss of shape [1], computed in {@code graph}
   * @param variables parameters ({@link Graph#parameter}) or {@link Graph#variable}s that the loss depends on
   * @param rng for the directions
   * @return largest relative error over a few directions; below 1e-2 is good, NaN where the loss isn't a
   *     finite number
   */
  public static double worstError(Graph graph, Var loss, List<Var> variables, Rng rng) {
    long seed = rng.nextLong();
    List<float[]> values = new ArrayList<>();
    for (Var variable : variables) {
      values.add(variable.value().toArray());
    }
    replay(graph, seed);
    graph.backward(loss);
    List<float[]> gradients = new ArrayList<>();
    for (Var variable : variables) {
      gradients.add(graph.gradient(variable).toArray());
    }
    double worst = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      List<double[]> direction = direction(values, rng);
      double slope = dot(gradients, direction);
      double best = Double.NaN;
      for (double step : STEPS) {
        double up = lossAt(graph, loss, variables, values, direction, step, seed);
        double down = lossAt(graph, loss, variables, values, direction, -step, seed);
        double error = Math.abs((up - down) / (2 * step) - slope) / Math.max(Math.abs(slope), 1e-30);
        best = Double.isNaN(best) ? error : Math.min(best, error);
      }
      worst = Double.isNaN(best) ? best : Math.max(worst, best);
    }
    for (int v = 0; v < values.size(); v++) {
      variables.get(v).value().copyFrom(values.get(v));
    }
    replay(graph, seed);
    return worst;
  }

  private static double lossAt(Graph graph, Var loss, List<Var> variables, List<float[]> values,
      List<double[]> direction, double step, long seed) {
    for (int v = 0; v < values.size(); v++) {
      float[] moved = values.get(v).clone();
      for (int j = 0; j < moved.length; j++) {
        moved[j] += (float) (step * direction.get(v)[j]);
      }
      Tensor value = variables.get(v).value();
      value.copyFrom(moved);
    }
    replay(graph, seed);
    return loss.scalar();
  }

  private static void replay(Graph graph, long seed) {
    graph.rng().seed(seed);
    graph.forward();
  }

  /** A random direction of length 1, over all variables together. */
  private static List<double[]> direction(List<float[]> values, Rng rng) {
    List<double[]> direction = new ArrayList<>();
    double squares = 0;
    for (float[] value : values) {
      double[] part = new double[value.length];
      for (int j = 0; j < part.length; j++) {
        part[j] = rng.nextGaussian();
        squares += part[j] * part[j];
      }
      direction.add(part);
    }
    double length = Math.sqrt(squares);
    for (double[] part : direction) {
      for (int j = 0; j < part.length; j++) {
        part[j] /= length;
      }
    }
    return direction;
  }

  private static double dot(List<float[]> gradients, List<double[]> direction) {
    double dot = 0;
    for (int v = 0; v < gradients.size(); v++) {
      for (int j = 0; j < gradients.get(v).length; j++) {
        dot += gradients.get(v)[j] * direction.get(v)[j];
      }
    }
    return dot;
  }
}
