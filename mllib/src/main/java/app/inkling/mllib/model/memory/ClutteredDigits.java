package app.inkling.mllib.model.memory;

import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.tensor.Rng;
import java.util.Arrays;

/**
 * Digits somewhere on a larger canvas, among pieces of other digits (Mnih et al. 2014, "Recurrent models of
 * visual attention", section 4.1): most of the picture is empty or misleads, so that it pays to look at the
 * right part. Reuses its buffer: one thread at a time.
 */
public final class ClutteredDigits {
  private final LabelledImages digits;
  private final int shrink;
  private final int side;
  private final int pieces;
  private final int piece;
  private final float[] drawn;

  /**
   * @param digits square images
   * @param shrink each side of a digit is divided by it, a divisor of the side; 1 for as it is
   * @param side of the canvas, at least that of a shrunk digit
   * @param pieces of other digits, squares of a third of a digit's side; 0 for translation alone
   */
  public ClutteredDigits(LabelledImages digits, int shrink, int side, int pieces) {
    if (digits.rows() != digits.columns() || shrink < 1 || digits.rows() % shrink != 0
        || digits.rows() / shrink > side) {
      throw new IllegalArgumentException("ClutteredDigits: digits of " + digits.rows() + " x "
          + digits.columns() + ", " + shrink + " times smaller, on a canvas of " + side
          + "; wants square ones, a divisor of their side, and room for one");
    }
    this.digits = digits;
    this.shrink = shrink;
    this.side = side;
    this.pieces = pieces;
    piece = digits.rows() / shrink / 3;
    drawn = new float[digits.rows() * digits.columns()];
  }

  public int size() {
    return digits.size();
  }

  public int side() {
    return side;
  }

  public int label(int index) {
    return digits.label(index);
  }

  /** Fills a canvas, [side * side], with digit {@code index}; where it lies, and all else, is random. */
  public void draw(float[] canvas, int index, Rng random) {
    Arrays.fill(canvas, 0);
    for (int i = 0; i < pieces; i++) {
      int whole = digits.rows() / shrink;
      paste(canvas, random.nextInt(size()), random.nextInt(whole - piece + 1),
          random.nextInt(whole - piece + 1), piece, random);
    }
    paste(canvas, index, 0, 0, digits.rows() / shrink, random);
  }

  /** A square of a shrunk digit, from line and column on, at a random place; ink over ink is the darker. */
  private void paste(float[] canvas, int index, int line, int column, int length, Rng random) {
    digits.copyImage(index, drawn);
    int toLine = random.nextInt(side - length + 1);
    int toColumn = random.nextInt(side - length + 1);
    for (int y = 0; y < length; y++) {
      for (int x = 0; x < length; x++) {
        int at = (toLine + y) * side + toColumn + x;
        canvas[at] = Math.max(canvas[at], ink(line + y, column + x));
      }
    }
  }

  /** The mean of a block of the drawn digit's pixels. */
  private float ink(int line, int column) {
    float sum = 0;
    for (int y = 0; y < shrink; y++) {
      for (int x = 0; x < shrink; x++) {
        sum += drawn[(line * shrink + y) * digits.columns() + column * shrink + x];
      }
    }
    return sum / (shrink * shrink);
  }
}
