package app.inkling.mllib.model.analysis;

import app.inkling.mllib.tensor.Rng;
import java.util.function.ToDoubleFunction;

/**
 * A function is convex where no chord runs below it: {@code f(s a + (1-s) b) <= s f(a) + (1-s) f(b)}. Then
 * every local minimum is a global one, and descent can't get stuck. Chords prove that a function is not
 * convex; that none was found below only speaks for it.
 */
public final class Convexity {
  private Convexity() {}

  /**
   * How far f rises above its chords at most.
   *
   * @param dimensions of f's argument
   * @param spread standard deviation of the chords' ends round 0
   * @return above 0 (by more than rounding) if and only if a chord was found below f
   */
  public static double worstRise(ToDoubleFunction<double[]> f, int dimensions, double spread, int chords, Rng rng) {
    double worst = Double.NEGATIVE_INFINITY;
    for (int chord = 0; chord < chords; chord++) {
      double[] a = new double[dimensions];
      double[] b = new double[dimensions];
      for (int j = 0; j < dimensions; j++) {
        a[j] = spread * rng.nextGaussian();
        b[j] = spread * rng.nextGaussian();
      }
      double atA = f.applyAsDouble(a);
      double atB = f.applyAsDouble(b);
      for (int i = 1; i < 10; i++) {
        double share = i / 10.0;
        double[] between = new double[dimensions];
        for (int j = 0; j < dimensions; j++) {
          between[j] = share * a[j] + (1 - share) * b[j];
        }
        worst = Math.max(worst, f.applyAsDouble(between) - (share * atA + (1 - share) * atB));
      }
    }
    return worst;
  }
}
