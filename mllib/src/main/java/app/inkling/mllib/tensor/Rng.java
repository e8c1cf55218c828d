package app.inkling.mllib.tensor;

/**
 * Random numbers whose whole state can be saved, the same on every machine: xoshiro256** (Blackman and Vigna,
 * "Scrambled linear pseudorandom number generators", 2018), seeded through SplitMix64. Not for secrets. One
 * thread at a time.
 */
public final class Rng {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  public Rng(long seed) {
    seed(seed);
  }

  private Rng(long s0, long s1, long s2, long s3) {
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /** Goes on where the generator that gave {@link #state()} stood. */
  public static Rng fromState(long[] state) {
    if (state.length != 4 || (state[0] | state[1] | state[2] | state[3]) == 0) {
      throw new IllegalArgumentException("Rng: wants a state of 4 numbers that are not all 0, got "
          + state.length);
    }
    return new Rng(state[0], state[1], state[2], state[3]);
  }

  public long[] state() {
    return new long[] {s0, s1, s2, s3};
  }

  /** Starts again as a new generator with this seed would. */
  public void seed(long seed) {
    s0 = mix(seed + GOLDEN);
    s1 = mix(seed + 2 * GOLDEN);
    s2 = mix(seed + 3 * GOLDEN);
    s3 = mix(seed + 4 * GOLDEN);
  }

  /** An independent generator for {@code key}, made from this one's state, which stays as it is. */
  public Rng split(long key) {
    Rng child = new Rng(0);
    splitInto(child, key);
    return child;
  }

  /** As {@link #split}, into an existing generator: allocates nothing. */
  public void splitInto(Rng child, long key) {
    child.seed(mix(s0 ^ mix(key + GOLDEN)) ^ mix(s1 + 3 * key) ^ mix(s2 ^ s3));
  }

  /** 64 random bits. */
  public long nextLong() {
    long result = Long.rotateLeft(s1 * 5, 7) * 9;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** Uniform in 0 (included) to {@code bound} (excluded). */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("Rng.nextInt: bound is " + bound + "; wants at least 1");
    }
    int limit = Integer.MAX_VALUE - Integer.MAX_VALUE % bound;
    int bits;
    do {
      bits = (int) (nextLong() >>> 33);
    } while (bits >= limit);
    return bits % bound;
  }

  /** Uniform in 0 (included) to 1 (excluded), in steps of 2^-24. */
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1p-24f;
  }

  /** Uniform in 0 (included) to 1 (excluded), in steps of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * Normal with mean 0 and standard deviation 1, by Marsaglia's polar method; only exactly defined functions.
   */
  public double nextGaussian() {
    double u;
    double square;
    do {
      u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    return u * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
  }

  /**
   * A place, as often as its share says.
   *
   * @param shares 0 or more each, at least one
   * @param sum of them
   */
  public int draw(float[] shares, double sum) {
    double left = nextDouble() * sum;
    int place = 0;
    while (place < shares.length - 1 && left >= shares[place]) {
      left -= shares[place++];
    }
    return place;
  }

  /** Puts the elements into a uniformly random order (Fisher and Yates). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
