package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Padding;

/**
 * The part of a network's input that one number inside depends on, and how far apart the parts of neighbours
 * lie: in pixels of an image, of which an edge may cut some off, or in steps of a sequence (as height).
 *
 * @param height at least 1
 * @param width at least 1
 * @param heightStep from one number to the next below it
 * @param widthStep from one number to the next beside it
 */
public record ReceptiveField(int height, int width, int heightStep, int widthStep) {
  /** A number of the input itself. */
  public static final ReceptiveField ONE = new ReceptiveField(1, 1, 1, 1);
  /** The whole input; in a sequence, all steps that were there. */
  public static final ReceptiveField ALL = new ReceptiveField(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0);

  /** What a window over such numbers sees, {@code stride} of them from one window to the next. */
  public ReceptiveField window(int windowHeight, int windowWidth, int stride, int dilation) {
    if (equals(ALL)) {
      return ALL;
    }
    return new ReceptiveField(height + (Padding.span(windowHeight, dilation) - 1) * heightStep,
        width + (Padding.span(windowWidth, dilation) - 1) * widthStep, heightStep * stride, widthStep * stride);
  }

  /** Such as {@code 5 x 5}, or {@code all}. */
  @Override
  public String toString() {
    return equals(ALL) ? "all" : height + " x " + width;
  }
}
