package app.inkling.mllib.optim;

/** The learning rate at each step, the first being 0. A pure function of the step, so that a resumed training agrees. */
public interface Schedule {
  /** @param step updates made so far, 0 or more */
  float rate(long step);

  static Schedule constant(float rate) {
    return step -> rate;
  }

  /** {@code rate * factor^(number of whole periods so far)}. */
  static Schedule steps(float rate, float factor, long period) {
    requirePositive("steps", period);
    return step -> (float) (rate * StrictMath.pow(factor, step / period));
  }

  /** Falls smoothly, to half after every {@code halfLife} steps. */
  static Schedule exponential(float rate, long halfLife) {
    requirePositive("exponential", halfLife);
    return step -> (float) (rate * StrictMath.pow(0.5, (double) step / halfLife));
  }

  /**
   * Rises in a straight line over {@code warmUp} steps, then falls to 0 at {@code total} along half a cosine (Loshchilov and
   * Hutter, "SGDR", 2017, equation 5, one period).
   */
  static Schedule cosine(float rate, long warmUp, long total) {
    requirePositive("cosine", total - warmUp);
    return step -> {
      if (step < warmUp) {
        return rate * (step + 1) / warmUp;
      }
      double progress = Math.min(1, (double) (step - warmUp) / (total - warmUp));
      return (float) (rate * 0.5 * (1 + StrictMath.cos(StrictMath.PI * progress)));
    };
  }

  /**
   * Up and down once, and then far down (Smith and Topin, "Super-convergence", 2018; with cosines and the
   * numbers of PyTorch's OneCycleLR): from {@code rate / 25} up to {@code rate} over the first three tenths
   * of {@code total} steps, then down to {@code rate / 250,000}, each along half a cosine.
   */
  static Schedule oneCycle(float rate, long total) {
    requirePositive("oneCycle", total);
    double start = rate / 25.0;
    double end = start / 1e4;
    double top = Math.max(0, 0.3 * total - 1);
    return step -> {
      if (step < top) {
        return (float) between(start, rate, step / top);
      }
      double down = Math.max(1, total - 1 - top);
      return (float) between(rate, end, Math.min(1, (step - top) / down));
    };
  }

  /** This schedule, but rising to it in a straight line over the first {@code steps}. */
  default Schedule withWarmUp(long steps) {
    requirePositive("withWarmUp", steps);
    return step -> step < steps ? rate(step) * (step + 1) / steps : rate(step);
  }

  private static double between(double from, double to, double progress) {
    return to + (from - to) * 0.5 * (1 + StrictMath.cos(StrictMath.PI * progress));
  }

  private static void requirePositive(String schedule, long steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("Schedule." + schedule + ": lasts " + steps + " steps; wants at least 1");
    }
  }
}
