package app.inkling.mllib.oracle;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * One double with a gradient: the whole of automatic differentiation, slow and plain. The judge of the
 * library's operations, so it shares no code with them.
 */
public final class Scalar {
  public final double value;
  private final Scalar[] from;
  private final double[] slopes;
  private double gradient;

  private Scalar(double value, Scalar[] from, double[] slopes) {
    this.value = value;
    this.from = from;
    this.slopes = slopes;
  }

  public static Scalar of(double value) {
    return new Scalar(value, new Scalar[0], new double[0]);
  }

  private Scalar then(double value, double slope) {
    return new Scalar(value, new Scalar[] {this}, new double[] {slope});
  }

  private Scalar then(Scalar other, double value, double slope, double otherSlope) {
    return new Scalar(value, new Scalar[] {this, other}, new double[] {slope, otherSlope});
  }

  public Scalar plus(Scalar other) {
    return then(other, value + other.value, 1, 1);
  }

  public Scalar minus(Scalar other) {
    return then(other, value - other.value, 1, -1);
  }

  public Scalar times(Scalar other) {
    return then(other, value * other.value, other.value, value);
  }

  public Scalar times(double factor) {
    return then(value * factor, factor);
  }

  public Scalar over(Scalar other) {
    return then(other, value / other.value, 1 / other.value, -value / (other.value * other.value));
  }

  public Scalar exp() {
    double e = Math.exp(value);
    return then(e, e);
  }

  public Scalar log() {
    return then(Math.log(value), 1 / value);
  }

  /** The larger; of equal ones this. */
  public Scalar max(Scalar other) {
    return value >= other.value ? then(other, value, 1, 0) : then(other, other.value, 0, 1);
  }

  public static Scalar sum(List<Scalar> terms) {
    double sum = 0;
    double[] slopes = new double[terms.size()];
    for (int i = 0; i < slopes.length; i++) {
      sum += terms.get(i).value;
      slopes[i] = 1;
    }
    return new Scalar(sum, terms.toArray(new Scalar[0]), slopes);
  }

  /** Derivative of the scalar whose {@link #differentiate} was called by this one. */
  public double gradient() {
    return gradient;
  }

  /** Fills the gradient of everything that this scalar was computed from. */
  public void differentiate() {
    List<Scalar> order = new ArrayList<>();
    Map<Scalar, Boolean> seen = new IdentityHashMap<>();
    List<Scalar> path = new ArrayList<>();
    path.add(this);
    while (!path.isEmpty()) {
      Scalar last = path.get(path.size() - 1);
      if (seen.putIfAbsent(last, false) == null) {
        for (Scalar input : last.from) {
          if (!seen.containsKey(input)) {
            path.add(input);
          }
        }
      } else {
        path.remove(path.size() - 1);
        if (!seen.put(last, true)) {
          order.add(last);
        }
      }
    }
    for (Scalar scalar : order) {
      scalar.gradient = 0;
    }
    gradient = 1;
    for (int i = order.size() - 1; i >= 0; i--) {
      Scalar scalar = order.get(i);
      for (int k = 0; k < scalar.from.length; k++) {
        scalar.from[k].gradient += scalar.slopes[k] * scalar.gradient;
      }
    }
  }
}
