package app.inkling.mllib.train.session;

import java.util.UUID;

/**
 * Decides which samples measure a model and never train one. The answer depends on the sample's UUID alone,
 * so that it is fixed when the sample is stored and is the same after an export and an import.
 */
public final class HeldOut {
  private HeldOut() {}

  /** True for one sample in five. */
  public static boolean of(UUID sample) {
    long bits = sample.getMostSignificantBits() ^ sample.getLeastSignificantBits();
    return Long.remainderUnsigned(mix(bits), 5) == 0;
  }

  /**
   * Spreads every bit of the argument over the result (the finaliser of Steele, Lea and Flood's SplitMix,
   * 2014).
   */
  private static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
