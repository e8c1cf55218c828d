package app.inkling.mllib.kernel;

import java.util.Arrays;

/**
 * What is left of a product when factors of 0 are passed over: four fifths of a drawn digit are paper, half
 * of what comes out of a ReLU is 0. Adds the others in their order, so gives the same bits (but that minus 0
 * stays, and that 0 times infinity isn't noticed).
 *
 * <p>A thread's own; grows to the longest row it meets.
 */
public final class NonZeros {
  private static final int SAMPLES = 8;
  private static final float MOST_SHARE = 0.7f;
  private static final int SHORTEST = 32;

  private float[] factors = new float[0];
  private float[][] rows = new float[0][];

  /** Whether few enough of {@code a[i][aFrom + k]} are other than 0, judged by some rows. */
  public static boolean areFew(int rows, float[][] a, int aFrom, int count, int length) {
    if (length < SHORTEST || count < SAMPLES) {
      return false;
    }
    int samples = Math.min(rows, SAMPLES);
    int found = 0;
    for (int s = 0; s < samples; s++) {
      found += count(a[s * rows / samples], aFrom, count);
    }
    return found <= MOST_SHARE * samples * count;
  }

  private static int count(float[] a, int from, int count) {
    int found = 0;
    for (int k = from; k < from + count; k++) {
      found += a[k] != 0 ? 1 : 0;
    }
    return found;
  }

  /** Collects factors other than 0 and their rows. Returns how many there are. */
  public int collect(float[] a, int aFrom, float[][] b, int count) {
    if (factors.length < count) {
      factors = new float[count];
      rows = new float[count][];
    }
    int found = 0;
    for (int k = 0; k < count; k++) {
      float factor = a[aFrom + k];
      if (factor != 0) {
        factors[found] = factor;
        rows[found++] = b[k];
      }
    }
    return found;
  }

  /** Of the last {@link #collect}. */
  public float[] factors() {
    return factors;
  }

  /** Of the last {@link #collect}: those that belong to the {@link #factors}. */
  public float[][] rows() {
    return rows;
  }

  /** Lets go of the rows. */
  public void clear() {
    Arrays.fill(rows, null);
  }
}
