package app.inkling.training;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a chart.
 *
 * @param xs steps, ascending
 * @param ys one value for each step, finite
 */
record Curve(List<Integer> xs, List<Double> ys) {
  Curve {
    if (xs.size() != ys.size()) {
      throw new IllegalArgumentException("Curve: " + xs.size() + " steps for " + ys.size() + " values");
    }
    xs = List.copyOf(xs);
    ys = List.copyOf(ys);
  }

  boolean isEmpty() {
    return xs.isEmpty();
  }

  double first() {
    return ys.get(0);
  }

  double last() {
    return ys.get(ys.size() - 1);
  }

  int lastStep() {
    return xs.get(xs.size() - 1);
  }

  /** Collects the points of a line; what was not measured leaves no point. */
  static final class Builder {
    private final List<Integer> xs = new ArrayList<>();
    private final List<Double> ys = new ArrayList<>();

    void add(int step, Double value) {
      if (value != null && Double.isFinite(value)) {
        xs.add(step);
        ys.add(value);
      }
    }

    Curve build() {
      return new Curve(xs, ys);
    }
  }
}
