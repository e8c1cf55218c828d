package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Softmax;

/**
 * How a window's numbers become one: {@code y = finish(mean or sum of each(x))}, and the share of y's
 * gradient that each x gets.
 */
abstract class PoolFunction {
  /** Called with the highest number of the window before the sum, so that powers can't overflow. */
  abstract double each(float x, float highest);

  /** @param sum of {@link #each} over {@code count} numbers */
  abstract double finish(double sum, int count, float highest);

  /** Derivative of y by x. */
  abstract double slope(float x, float y, int count);

  /** Whether {@code highest} is that of the sizes |x|. */
  abstract boolean bySize();

  /**
   * {@code y = (sum of |x|^p)^(1/p)}, scaled by the largest |x| inside; slope {@code sign(x) * (|x| / y)^(p -
   * 1)}, and 0 where the whole window is 0.
   */
  static PoolFunction norm(float p) {
    return new PoolFunction() {
      @Override
      double each(float x, float highest) {
        return x == 0 ? 0 : StrictMath.pow(Math.abs((double) x) / highest, p);
      }

      @Override
      double finish(double sum, int count, float highest) {
        return highest * StrictMath.pow(sum, 1.0 / p);
      }

      @Override
      double slope(float x, float y, int count) {
        return x == 0 || y == 0 ? 0 : Math.signum(x) * StrictMath.pow(Math.abs((double) x) / y, p - 1.0);
      }

      @Override
      boolean bySize() {
        return true;
      }
    };
  }

  /**
   * {@code y = 1/beta * ln(mean of e^(beta x))}, by differences from the highest; slope
   * {@code e^(beta x) / sum of e^(beta x)}, which is {@code e^(beta (x - y)) / count}.
   */
  static PoolFunction logAverage(float beta) {
    return new PoolFunction() {
      @Override
      double each(float x, float highest) {
        return Softmax.exp(beta * ((double) x - highest));
      }

      @Override
      double finish(double sum, int count, float highest) {
        return highest + StrictMath.log(sum / count) / beta;
      }

      @Override
      double slope(float x, float y, int count) {
        return Softmax.exp(beta * ((double) x - y)) / count;
      }

      @Override
      boolean bySize() {
        return false;
      }
    };
  }
}
