package app.inkling.mllib.kernel;

import java.lang.ref.WeakReference;
import java.util.Arrays;

/**
 * Large products worked through in copies that lie alike towards the processor's cache lines. A vector read
 * across two lines costs twice, and where rows lie anyhow most are; on the JVM's 64-byte vectors rows that
 * agree make a product half as fast again. What a copy costs is spread over many rows. Adds in the order of
 * {@link Products#add}, so gives the same bits.
 *
 * <p>A thread's own, with some 200 KB.
 */
final class Tile {
  private static final int COLUMNS = 512;
  private static final int ROWS = 64;
  /** Rows of b in copy where they are full, so that they stay in the nearest cache. */
  private static final int DEPTH = 16;
  /** With a header of 16 bytes, a row of so many numbers more than a multiple of 16 fills whole lines. */
  private static final int LINE_END = 12;
  private static final int CANDIDATES = 4;
  private static final int TRIALS = 12;
  /** A trial that takes less is compiled code's: a tenth of what it takes before. */
  private static final long COMPILED_NANOS = 40_000;
  private static final long MOST_WARM_UP_NANOS = 400_000_000;

  private final float[][] copyOfB;
  private final float[][] copyOfC;

  private Tile() {
    float[][] oneAfterTheOther = new float[2 * DEPTH + ROWS][COLUMNS + LINE_END];
    copyOfB = Arrays.copyOf(oneAfterTheOther, 2 * DEPTH);
    copyOfC = Arrays.copyOfRange(oneAfterTheOther, 2 * DEPTH, oneAfterTheOther.length);
  }

  /**
   * The quickest of {@code known}, which may be null, and a few new ones: where the JVM puts an array can't
   * be asked, only timed.
   */
  private static Tile quickest(Tile known) {
    Tile quickest = known == null ? new Tile() : known;
    quickest.warmUp();
    long least = quickest.time();
    for (int i = 1; i < CANDIDATES; i++) {
      Tile tile = new Tile();
      long nanos = tile.time();
      if (nanos < least) {
        least = nanos;
        quickest = tile;
      }
    }
    return quickest;
  }

  /** Until the JVM has compiled the loop. */
  private void warmUp() {
    long start = System.nanoTime();
    while (time() > COMPILED_NANOS && System.nanoTime() - start < MOST_WARM_UP_NANOS) { }
  }

  private long time() {
    float[] zeros = new float[DEPTH];
    long least = Long.MAX_VALUE;
    for (int trial = 0; trial < TRIALS; trial++) {
      long start = System.nanoTime();
      for (float[] row : copyOfC) {
        Products.addBlock(row, zeros, 0, copyOfB, 0, DEPTH, 0, COLUMNS);
      }
      least = Math.min(least, System.nanoTime() - start);
    }
    return least;
  }

  /** A thread's tile, and another when the garbage collector, which moves rows, may have put it worse. */
  static final class Keeper {
    private Tile tile;
    private WeakReference<Object> untilCollection = new WeakReference<>(null);

    Tile get() {
      if (untilCollection.get() == null) {
        tile = quickest(tile);
        untilCollection = new WeakReference<>(new Object());
      }
      return tile;
    }
  }

  /** Whether copies pay. */
  static boolean suits(int rows, int count, int length) {
    return rows >= 32 && count >= 64 && length >= 192;
  }

  /** As {@link Products#add}. */
  void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    for (int low = 0; low < length; low += COLUMNS) {
      int width = Math.min(length - low, COLUMNS);
      for (int first = 0; first < rows; first += ROWS) {
        addTile(c, first, Math.min(rows - first, ROWS), a, aFrom, b, count, low, width);
      }
    }
  }

  private void addTile(float[][] c, int first, int height, float[][] a, int aFrom, float[][] b, int count,
      int low, int width) {
    int depth = 2 * width <= COLUMNS ? 2 * DEPTH : DEPTH;
    for (int i = 0; i < height; i++) {
      System.arraycopy(c[first + i], low, copyOfC[i], 0, width);
    }
    for (int from = 0; from < count; from += depth) {
      int size = Math.min(count - from, depth);
      for (int k = 0; k < size; k++) {
        System.arraycopy(b[from + k], low, copyOfB[k], 0, width);
      }
      for (int i = 0; i < height; i++) {
        Products.addBlock(copyOfC[i], a[first + i], aFrom + from, copyOfB, 0, size, 0, width);
      }
    }
    for (int i = 0; i < height; i++) {
      System.arraycopy(copyOfC[i], 0, c[first + i], low, width);
    }
  }
}
