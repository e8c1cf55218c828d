package app.inkling.mllib.data;

import app.inkling.mllib.tensor.Rng;

/**
 * Changes a grey image as another hand might have: shifted, turned, scaled, sheared, bent (Simard, Steinkraus
 * and Platt, Best Practices for Convolutional Neural Networks, 2003, in a coarse form: random displacements
 * on a grid, interpolated), and drawn with a thicker or thinner pen. Reuses its buffers, so one serves one
 * thread at a time.
 */
public final class ImageVariation {
  private static final float TURN = 0.14f;
  private static final float LARGEST_TURN = 0.35f;
  private static final float SHEAR = 0.12f;
  private static final float SCALE = 0.08f;
  private static final float SHIFT = 0.9f;
  private static final float BEND = 0.9f;
  /** Share of images whose pen is changed. */
  private static final float PEN = 0.35f;
  /** Points of the displacement grid along a side. */
  private static final int GRID = 6;

  private final int rows;
  private final int columns;
  private final float strength;
  private final float[] across = new float[GRID * GRID];
  private final float[] down = new float[GRID * GRID];
  private final float[] drawn;

  /** @param strength 0 leaves images as they are, 1 is as different as hands are */
  public ImageVariation(int rows, int columns, float strength) {
    this.rows = rows;
    this.columns = columns;
    this.strength = strength;
    this.drawn = new float[rows * columns];
  }

  /**
   * Changes the image, {@code rows * columns} values from 0 paper to 1 ink, in place; what comes in from
   * outside is paper.
   */
  public void vary(float[] image, Rng random) {
    pen(image, random);
    move(image, random);
  }

  /** Every pixel mixed with the most or the least ink of itself and its four neighbours. */
  private void pen(float[] image, Rng random) {
    boolean changed = random.nextFloat() < PEN;
    float most = 1.3f * strength * (random.nextFloat() - 0.5f);
    if (!changed) {
      return;
    }
    boolean thicker = most > 0;
    float share = Math.abs(most);
    System.arraycopy(image, 0, drawn, 0, drawn.length);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        float value = drawn[row * columns + column];
        float extreme = value;
        extreme = extreme(thicker, extreme, at(row - 1, column));
        extreme = extreme(thicker, extreme, at(row + 1, column));
        extreme = extreme(thicker, extreme, at(row, column - 1));
        extreme = extreme(thicker, extreme, at(row, column + 1));
        image[row * columns + column] = value + share * (extreme - value);
      }
    }
  }

  private static float extreme(boolean most, float one, float other) {
    return most ? Math.max(one, other) : Math.min(one, other);
  }

  /** Takes every pixel from where the inverse of a random map sends it. */
  private void move(float[] image, Rng random) {
    float angle = limited(TURN * gaussian(random), LARGEST_TURN);
    float shear = limited(SHEAR * gaussian(random), 3 * SHEAR);
    float wide = 1 + limited(SCALE * gaussian(random), 3 * SCALE);
    float high = 1 + limited(SCALE * gaussian(random), 3 * SCALE);
    float shiftX = limited(SHIFT * gaussian(random), 3 * SHIFT);
    float shiftY = limited(SHIFT * gaussian(random), 3 * SHIFT);
    float cos = (float) StrictMath.cos(angle);
    float sin = (float) StrictMath.sin(angle);
    for (int i = 0; i < GRID * GRID; i++) {
      across[i] = BEND * gaussian(random);
      down[i] = BEND * gaussian(random);
    }
    System.arraycopy(image, 0, drawn, 0, drawn.length);
    float middleX = columns / 2f;
    float middleY = rows / 2f;
    for (int row = 0; row < rows; row++) {
      float gridY = (row + 0.5f) * (GRID - 1) / rows;
      for (int column = 0; column < columns; column++) {
        float gridX = (column + 0.5f) * (GRID - 1) / columns;
        float x = column - middleX - shiftX;
        float y = row - middleY - shiftY;
        float turnedX = (cos * x + sin * y) * wide;
        float turnedY = (cos * y - sin * x) * high;
        float fromX = middleX + turnedX + shear * turnedY + onGrid(across, gridX, gridY);
        float fromY = middleY + turnedY + onGrid(down, gridX, gridY);
        image[row * columns + column] = between(fromX, fromY);
      }
    }
  }

  private float between(float x, float y) {
    int column = (int) StrictMath.floor(x);
    int row = (int) StrictMath.floor(y);
    float right = x - column;
    float below = y - row;
    float upper = at(row, column) * (1 - right) + at(row, column + 1) * right;
    float lower = at(row + 1, column) * (1 - right) + at(row + 1, column + 1) * right;
    return upper * (1 - below) + lower * below;
  }

  private float at(int row, int column) {
    return row >= 0 && row < rows && column >= 0 && column < columns ? drawn[row * columns + column] : 0;
  }

  private static float onGrid(float[] grid, float x, float y) {
    int column = (int) x;
    int row = (int) y;
    float right = x - column;
    float below = y - row;
    int at = row * GRID + column;
    float upper = grid[at] * (1 - right) + grid[at + 1] * right;
    float lower = grid[at + GRID] * (1 - right) + grid[at + GRID + 1] * right;
    return upper * (1 - below) + lower * below;
  }

  private float gaussian(Rng random) {
    return strength * (float) random.nextGaussian();
  }

  private static float limited(float value, float largest) {
    return Math.max(-largest, Math.min(largest, value));
  }
}
