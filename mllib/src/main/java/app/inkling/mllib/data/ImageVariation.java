package app.inkling.mllib.data;

import app.inkling.mllib.tensor.Rng;

/**
 * Changes a grey image as another hand might have: shifted, turned, scaled, sheared, bent (Simard, Steinkraus
 * and Platt, Best Practices for Convolutional Neural Networks, 2003, in a coarse form: random displacements
 * on a grid, interpolated), and drawn with a thicker or thinner pen. Reuses its buffers, so one serves one
 * thread at a time.
 */
public final class ImageVariation {
  /** How far a turn, in radians, may go: 2.5 times the usual one. */
  private static final float LARGEST_TURN = 0.35f;
  /** Points of the displacement grid along a side. */
  private static final int GRID = 6;

  private final int rows;
  private final int columns;
  private final float strength;
  private final Kinds kinds;
  private final float[] across = new float[GRID * GRID];
  private final float[] down = new float[GRID * GRID];
  private final float[] drawn;

  /**
   * What is changed and by how much at strength 1; 0 leaves it out. Standard deviations, but for the pen.
   *
   * @param shift pixels, down and across
   * @param turn radians, at most 0.35 in the end
   * @param scale share of the size, of height and width each by itself
   * @param shear columns to the side for each line
   * @param bend pixels that the points of an elastic grid move
   * @param pen share of the images whose strokes become thicker or thinner, 0 to 1
   */
  public record Kinds(float shift, float turn, float scale, float shear, float bend, float pen) {
    /** As different as hands are. */
    public static final Kinds ALL = new Kinds(0.9f, 0.14f, 0.08f, 0.12f, 0.9f, 0.35f);
  }

  /**
   * All kinds of changes.
   *
   * @param strength 0 leaves images as they are, 1 is as different as hands are
   */
  public ImageVariation(int rows, int columns, float strength) {
    this(rows, columns, strength, Kinds.ALL);
  }

  public ImageVariation(int rows, int columns, float strength, Kinds kinds) {
    this.kinds = kinds;
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
    boolean changed = random.nextFloat() < kinds.pen();
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
    float angle = limited(kinds.turn() * gaussian(random), LARGEST_TURN);
    float shear = limited(kinds.shear() * gaussian(random), 3 * kinds.shear());
    float wide = 1 + limited(kinds.scale() * gaussian(random), 3 * kinds.scale());
    float high = 1 + limited(kinds.scale() * gaussian(random), 3 * kinds.scale());
    float shiftX = limited(kinds.shift() * gaussian(random), 3 * kinds.shift());
    float shiftY = limited(kinds.shift() * gaussian(random), 3 * kinds.shift());
    float cos = (float) StrictMath.cos(angle);
    float sin = (float) StrictMath.sin(angle);
    for (int i = 0; i < GRID * GRID; i++) {
      across[i] = kinds.bend() * gaussian(random);
      down[i] = kinds.bend() * gaussian(random);
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
