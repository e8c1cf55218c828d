package app.inkling.mllib.data;

import app.inkling.mllib.tensor.Rng;

/**
 * The order in which examples are learned from: every index once an epoch, shuffled anew in each, cut into
 * batches of one size; what is left over at the end of an epoch is left out of it. The order depends on the
 * seed and the place alone, so the {@link #cursor()} is all there is to save. One thread at a time.
 */
public final class Batches {
  /** Null for no shuffling. */
  private final Rng root;
  private final int batchSize;
  private final int[] order;
  private final int perEpoch;
  private int shuffledEpoch = -1;
  private long cursor;

  /** @param size number of examples, at least {@code batchSize} */
  public Batches(int size, int batchSize, long seed) {
    this(size, batchSize, new Rng(seed));
  }

  /** Not shuffled: what follows from each other comes one after the other. */
  public static Batches inOrder(int size, int batchSize) {
    return new Batches(size, batchSize, null);
  }

  private Batches(int size, int batchSize, Rng root) {
    if (batchSize < 1 || size < batchSize) {
      throw new IllegalArgumentException("Batches: " + size + " examples in batches of " + batchSize
          + "; wants batches of at least 1 and at least one batch of examples");
    }
    this.root = root;
    this.batchSize = batchSize;
    this.order = new int[size];
    this.perEpoch = size / batchSize;
  }

  /** Batches in an epoch. */
  public int perEpoch() {
    return perEpoch;
  }

  /** How many batches were taken since the beginning. */
  public long cursor() {
    return cursor;
  }

  /** Goes to where {@link #cursor()} was that. */
  public void seek(long position) {
    if (position < 0 || position / perEpoch > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("Batches: cursor is " + position + "; wants 0 or more");
    }
    cursor = position;
  }

  /** The epoch of the next batch, from 0. */
  public int epoch() {
    return (int) (cursor / perEpoch);
  }

  /** Fills {@code indices}, of one batch's length, with the next batch. */
  public void next(int[] indices) {
    if (indices.length != batchSize) {
      throw new IllegalArgumentException("Batches: array for " + indices.length + " indices; wants "
          + batchSize);
    }
    if (shuffledEpoch != epoch()) {
      shuffledEpoch = epoch();
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
      if (root != null) {
        root.split(shuffledEpoch).shuffle(order);
      }
    }
    int start = (int) (cursor % perEpoch) * batchSize;
    System.arraycopy(order, start, indices, 0, batchSize);
    cursor++;
  }
}
