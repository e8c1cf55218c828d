package app.inkling.mllib.contract;

import static org.junit.Assert.assertTrue;

import app.inkling.mllib.oracle.Scalar;
import app.inkling.mllib.tensor.Rng;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Compares gradients along random directions. */
final class Judge {
  private static final double ORACLE_STEP = 1e-5;
  private static final double ORACLE_ERROR = 1e-6;
  private static final double FLOAT_ERROR = 1e-4;
  private static final int DIRECTIONS = 5;

  private Judge() {}

  /**
   * First the oracle against itself: its gradient against finite differences. Then the gradients computed in
   * floats against the oracle's.
   *
   * @param points where to look: inputs and parameters
   * @param loss the oracle's loss at such points
   * @param gradients computed in floats, one for each of {@code points}
   */
  static void requireGradient(List<float[]> points, Function<List<Scalar[]>, Scalar> loss,
      List<float[]> gradients, Rng rng) {
    List<Scalar[]> scalars = at(points, null, 0);
    loss.apply(scalars).differentiate();
    double squares = 0;
    int count = 0;
    for (Scalar[] part : scalars) {
      for (Scalar scalar : part) {
        squares += scalar.gradient() * scalar.gradient();
        count++;
      }
    }
    assertTrue("the gradient is 0 everywhere: the case shows nothing", squares > 0);
    double usual = Math.sqrt(squares / count);
    for (int i = 0; i < DIRECTIONS; i++) {
      List<double[]> direction = directions(points, rng);
      double wanted = 0;
      double got = 0;
      double length = 0;
      for (int p = 0; p < points.size(); p++) {
        for (int j = 0; j < points.get(p).length; j++) {
          double d = direction.get(p)[j];
          wanted += scalars.get(p)[j].gradient() * d;
          got += gradients.get(p)[j] * d;
          length += d * d;
        }
      }
      double scale = Math.max(Math.abs(wanted), 0.1 * usual * Math.sqrt(length));
      double up = loss.apply(at(points, direction, ORACLE_STEP)).value;
      double down = loss.apply(at(points, direction, -ORACLE_STEP)).value;
      requireBelow("oracle against finite differences",
          Math.abs((up - down) / (2 * ORACLE_STEP) - wanted) / scale, ORACLE_ERROR);
      requireBelow("float gradient against oracle", Math.abs(got - wanted) / scale, FLOAT_ERROR);
    }
  }

  private static void requireBelow(String what, double error, double limit) {
    assertTrue(what + ": relative error " + error + ", wants below " + limit, error < limit);
  }

  private static List<double[]> directions(List<float[]> points, Rng rng) {
    return points.stream().map(point -> {
      double[] direction = new double[point.length];
      for (int j = 0; j < direction.length; j++) {
        direction[j] = rng.nextGaussian();
      }
      return direction;
    }).toList();
  }

  private static List<Scalar[]> at(List<float[]> points, List<double[]> direction, double step) {
    return IntStream.range(0, points.size()).mapToObj(p -> {
      Scalar[] scalars = new Scalar[points.get(p).length];
      for (int j = 0; j < scalars.length; j++) {
        scalars[j] = Scalar.of(points.get(p)[j] + (direction == null ? 0 : step * direction.get(p)[j]));
      }
      return scalars;
    }).toList();
  }
}
