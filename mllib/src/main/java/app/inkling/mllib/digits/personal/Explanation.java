package app.inkling.mllib.digits.personal;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.inference.EngineException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What in a drawing speaks for the digit it is read as, by covering a little of it at a time and reading the
 * rest (occlusion sensitivity: Zeiler and Fergus, "Visualizing and Understanding Convolutional Networks",
 * 2014, section 4.2). It asks the reader itself, so what the reader remembers of the user's drawings counts,
 * too.
 */
public final class Explanation {
  /** Side of what is covered, and how far it moves each time, in pixels of the image. */
  private static final int COVER = 5;
  private static final int STEP = 2;

  private final int digit;
  private final StrokeRenderer.Placement placement;
  private final float[] weights;

  private Explanation(int digit, StrokeRenderer.Placement placement, float[] weights) {
    this.digit = digit;
    this.placement = placement;
    this.weights = weights;
  }

  /**
   * Reads the drawing about a hundred times.
   *
   * @param drawing not blank
   * @param cancelled looked at before every reading
   * @return none when cancelled
   */
  public static Optional<Explanation> of(Drawing drawing, DigitReader reader,
      BooleanSupplier cancelled) throws EngineException {
    StrokeRenderer renderer = new StrokeRenderer();
    float[] image = renderer.render(drawing);
    DigitGuess whole = reader.read(image);
    float[] sums = new float[StrokeRenderer.PIXELS];
    int[] counts = new int[StrokeRenderer.PIXELS];
    float[] covered = new float[StrokeRenderer.PIXELS];
    for (int top = 0; top + COVER <= StrokeRenderer.SIDE; top += STEP) {
      for (int left = 0; left + COVER <= StrokeRenderer.SIDE; left += STEP) {
        System.arraycopy(image, 0, covered, 0, image.length);
        if (!cover(covered, top, left)) {
          continue;
        }
        if (cancelled.getAsBoolean()) {
          return Optional.empty();
        }
        float lost = log(whole.confidence()) - log(reader.read(covered).probability(whole.digit()));
        spread(lost, top, left, image, sums, counts);
      }
    }
    return Optional.of(new Explanation(whole.digit(), renderer.placement(drawing), scaled(sums, counts)));
  }

  private static float log(float probability) {
    return (float) StrictMath.log(Math.max(1e-6, probability));
  }

  /** Whether there was any ink. */
  private static boolean cover(float[] image, int top, int left) {
    boolean ink = false;
    for (int row = top; row < top + COVER; row++) {
      for (int column = left; column < left + COVER; column++) {
        ink |= image[row * StrokeRenderer.SIDE + column] > 0;
        image[row * StrokeRenderer.SIDE + column] = 0;
      }
    }
    return ink;
  }

  private static void spread(float lost, int top, int left, float[] image, float[] sums, int[] counts) {
    for (int row = top; row < top + COVER; row++) {
      for (int column = left; column < left + COVER; column++) {
        int pixel = row * StrokeRenderer.SIDE + column;
        if (image[pixel] > 0) {
          sums[pixel] += lost;
          counts[pixel]++;
        }
      }
    }
  }

  /** Means, divided by the largest of either sign. */
  private static float[] scaled(float[] sums, int[] counts) {
    float most = 1e-6f;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = counts[i] > 0 ? sums[i] / counts[i] : 0;
      most = Math.max(most, Math.abs(sums[i]));
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= most;
    }
    return sums;
  }

  /** The digit that is explained: what the drawing is read as. */
  public int digit() {
    return digit;
  }

  /**
   * How much the ink there speaks for the digit: 1 the most, 0 not at all, below 0 against it.
   *
   * @param x of a point of a stroke, in the canvas's units
   * @param y of the same point
   */
  public float weight(float x, float y) {
    int column = Math.max(0, Math.min(StrokeRenderer.SIDE - 1, (int) placement.x(x)));
    int row = Math.max(0, Math.min(StrokeRenderer.SIDE - 1, (int) placement.y(y)));
    return weights[row * StrokeRenderer.SIDE + column];
  }
}
