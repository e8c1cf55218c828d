package app.inkling.mllib.kernel;

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

  private int[] places = new int[0];

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
      found += oneUnlessZero(a[k]);
    }
    return found;
  }

  /** Without a choice, which the processor would guess wrong for every other drop of ink. */
  private static int oneUnlessZero(float a) {
    int withoutSign = Float.floatToRawIntBits(a) << 1;
    return (withoutSign | -withoutSign) >>> 31;
  }

  /** Finds the places k where {@code a[aFrom + k]} is other than 0. Returns how many there are. */
  public int find(float[] a, int aFrom, int count) {
    if (places.length < count) {
      places = new int[count];
    }
    int found = 0;
    for (int k = 0; k < count; k++) {
      places[found] = k;
      found += oneUnlessZero(a[aFrom + k]);
    }
    return found;
  }

  /** Of the last {@link #find}, in order. */
  public int[] places() {
    return places;
  }
}
