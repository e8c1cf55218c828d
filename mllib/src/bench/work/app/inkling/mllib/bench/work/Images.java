package app.inkling.mllib.bench.work;

import java.util.Random;

/**
 * Made-up images of 28 x 28, four fifths paper as in MNIST: each class has its own places for ink, so that
 * there is something to learn. They come in the same order for everyone, over and over.
 */
public final class Images {
  public static final int PIXELS = 784;
  public static final int SIDE = 28;
  public static final int CLASSES = 10;
  /** Images of one training step. */
  public static final int BATCH = 32;
  /** How many there are, a multiple of {@link #BATCH}. */
  public static final int COUNT = 1024;
  public static final float LEARNING_RATE = 0.02f;
  private static final float INK = 0.2f;

  private final float[][] images = new float[COUNT][PIXELS];
  private int next;

  public Images() {
    Random random = new Random(1);
    boolean[][] places = new boolean[CLASSES][PIXELS];
    for (boolean[] ofClass : places) {
      for (int j = 0; j < PIXELS; j++) {
        ofClass[j] = random.nextFloat() < INK;
      }
    }
    for (int i = 0; i < COUNT; i++) {
      for (int j = 0; j < PIXELS; j++) {
        float darkness = random.nextFloat();
        images[i][j] = places[label(i)][j] ? darkness : 0;
      }
    }
  }

  /** Goes on to the next {@code count} images, a divisor of {@link #COUNT}; returns the first's number. */
  public int take(int count) {
    int first = next;
    next = (next + count) % COUNT;
    return first;
  }

  /** The live pixels, row by row, 0 for paper and up to 1 for ink. */
  public float[] image(int number) {
    return images[number];
  }

  public static int label(int number) {
    return number * 7 % CLASSES;
  }
}
