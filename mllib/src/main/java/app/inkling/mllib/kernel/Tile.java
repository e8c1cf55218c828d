package app.inkling.mllib.kernel;

import java.util.Arrays;

/**
 * Large products worked through in copies that lie alike towards the processor's cache lines, and begin where
 * the JVM's compiled loop wants it. A vector read across two lines costs twice, and where rows lie anyhow
 * most are. What a copy costs is spread over many rows. Adds in the order of {@link Products#add}, so gives
 * the same bits.
 *
 * <p>Before its vectors the compiled loop takes one number, then as many as lie before the next cache line:
 * none where {@link #first} is right, else up to fifteen, as long as half the vectors of a row of 128.
 *
 * <p>A thread's own, with some 170 KB.
 */
final class Tile {
  private static final int COLUMNS = 512;
  private static final int ROWS = 64;
  /** Rows of b in copy, so that they stay in the nearest cache. */
  private static final int DEPTH = 16;
  /** Numbers in a cache line. */
  private static final int LINE = 16;
  /** With a header of 16 bytes, a row of so many numbers more than a multiple of 16 fills whole lines. */
  private static final int LINE_END = 12;
  private static final int TRIALS = 6;
  private static final int MOST_ROWS_TRIED = 4 * (DEPTH + ROWS);
  /** Rows that lie alike differ by less, others take twice as long. */
  private static final double ALIKE = 1.3;
  /** A trial that takes less is compiled code's: a tenth of what it takes before. */
  private static final long COMPILED_NANOS = 20_000;
  private static final int FIRST_TIMES = 32;
  private static final int USES_BETWEEN_LOOKS = 4;
  private static final long SHORTEST_PAUSE_NANOS = 5_000_000;
  private static final long LONGEST_PAUSE_NANOS = 1_000_000_000;

  private final float[][] copyOfB = new float[DEPTH][COLUMNS + LINE + LINE_END];
  private final float[][] copyOfC = new float[ROWS][COLUMNS + LINE + LINE_END];
  /** The column before the copies' first. */
  private int first = 1;
  private long uses;
  private long nextLook = System.nanoTime();
  private long pause = SHORTEST_PAUSE_NANOS;
  private int rowsTried;
  private byte[] shift;
  private final float[] zeros = new float[DEPTH];
  private final float[][] timed = new float[DEPTH][];

  private final boolean settles;

  /**
   * Shows the JVM long rows first: see {@link Products#addLongBlock}.
   *
   * @param settles whether to look how the copies lie: wanted where vectors are as long as a cache line
   */
  Tile(boolean settles) {
    this.settles = settles;
    for (int i = 0; settles && i < FIRST_TIMES; i++) {
      time(copyOfC[0], copyOfB[0]);
    }
  }

  /**
   * Settles anew each second, in some two milliseconds, since the garbage collector moves rows, and something
   * may have disturbed the timing; more often at first, when the JVM has yet to compile the loop.
   */
  private void settleNowAndThen() {
    if (settles && uses++ % USES_BETWEEN_LOOKS == 0 && System.nanoTime() - nextLook >= 0) {
      if (time(copyOfC[0], copyOfB[0]) < COMPILED_NANOS) {
        settle();
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
      nextLook = System.nanoTime() + pause;
    }
  }

  /** Finds the column to begin with, and others for rows that lie otherwise than the first. */
  private void settle() {
    float[] model = copyOfB[0];
    first = quickestColumn(model);
    rowsTried = 0;
    replaceUnlike(model, copyOfB);
    replaceUnlike(model, copyOfC);
  }

  private void replaceUnlike(float[] model, float[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (; rowsTried < MOST_ROWS_TRIED && !liesLike(model, rows[i]); rowsTried++) {
        // Where the JVM puts an array can't be asked, only timed; it puts the next behind this one.
        shift = new byte[LINE / 2];
        rows[i] = new float[model.length];
      }
    }
  }

  private int quickestColumn(float[] row) {
    long[] nanos = new long[LINE];
    Arrays.fill(nanos, Long.MAX_VALUE);
    int quickest = 1;
    for (int trial = 0; trial < TRIALS; trial++) {
      for (first = 1; first < LINE; first += 2) {
        nanos[first] = Math.min(nanos[first], time(row, row));
        quickest = nanos[first] < nanos[quickest] ? first : quickest;
      }
    }
    return quickest;
  }

  private boolean liesLike(float[] model, float[] row) {
    long nanos = Long.MAX_VALUE;
    long nanosOfModel = Long.MAX_VALUE;
    for (int trial = 0; trial < TRIALS; trial++) {
      nanos = Math.min(nanos, time(row, model));
      nanosOfModel = Math.min(nanosOfModel, time(model, model));
    }
    return nanos < ALIKE * nanosOfModel;
  }

  /** Nanoseconds to add b to c some hundred times. */
  private long time(float[] c, float[] b) {
    Arrays.fill(timed, b);
    long start = System.nanoTime();
    for (int i = 0; i < DEPTH; i++) {
      Products.addLongBlock(c, zeros, 0, timed, DEPTH, first, first + 1 + COLUMNS);
    }
    return System.nanoTime() - start;
  }

  /** Whether copies pay. */
  static boolean suits(int rows, int count, int length) {
    return rows >= 16 && count >= 16 && length >= 64;
  }

  /** As {@link Products#add}. */
  void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    settleNowAndThen();
    for (int low = 0; low < length; low += COLUMNS) {
      int width = Math.min(length - low, COLUMNS);
      for (int top = 0; top < rows; top += ROWS) {
        addTile(c, top, Math.min(rows - top, ROWS), a, aFrom, b, count, low, width);
      }
    }
  }

  private void addTile(float[][] c, int top, int height, float[][] a, int aFrom, float[][] b, int count,
      int low, int width) {
    int begin = first + 1;
    for (int i = 0; i < height; i++) {
      System.arraycopy(c[top + i], low, copyOfC[i], begin, width);
    }
    for (int from = 0; from < count; from += DEPTH) {
      int size = Math.min(count - from, DEPTH);
      for (int k = 0; k < size; k++) {
        System.arraycopy(b[from + k], low, copyOfB[k], begin, width);
      }
      for (int i = 0; i < height; i++) {
        Products.addLongBlock(copyOfC[i], a[top + i], aFrom + from, copyOfB, size, first, begin + width);
      }
    }
    for (int i = 0; i < height; i++) {
      System.arraycopy(copyOfC[i], begin, c[top + i], low, width);
    }
  }

  /**
   * As {@link Kernels#convolve}: the shift is one of the copy. Where vectors are long, rows go on to a whole
   * cache line, since what is left over goes number by number.
   */
  void convolve(float[][] c, int to, float[] bias, float[][] a, float[][] b, int[] shifts, int length) {
    if (suits(c.length, b.length, length)) {
      settleNowAndThen();
    }
    int whole = settles ? (length + LINE - 1) / LINE * LINE : length;
    for (int low = 0; low < whole; low += COLUMNS) {
      int width = Math.min(whole - low, COLUMNS);
      for (int top = 0; top < c.length; top += ROWS) {
        convolveTile(c, top, Math.min(c.length - top, ROWS), to, bias, a, b, shifts, low, width);
      }
    }
  }

  private void convolveTile(float[][] c, int top, int height, int to, float[] bias, float[][] a, float[][] b,
      int[] shifts, int low, int width) {
    int begin = first + 1;
    for (int i = 0; i < height; i++) {
      Arrays.fill(copyOfC[i], begin, begin + width, bias[top + i]);
    }
    for (int from = 0; from < b.length; from += DEPTH) {
      int size = Math.min(b.length - from, DEPTH);
      for (int k = 0; k < size; k++) {
        System.arraycopy(b[from + k], shifts[from + k] + low, copyOfB[k], begin, width);
      }
      for (int i = 0; i < height; i++) {
        Products.addLongBlock(copyOfC[i], a[top + i], from, copyOfB, size, first, begin + width);
      }
    }
    for (int i = 0; i < height; i++) {
      System.arraycopy(copyOfC[i], begin, c[top + i], to + low, width);
    }
  }
}
