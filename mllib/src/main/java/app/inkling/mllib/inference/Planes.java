package app.inkling.mllib.inference;

import app.inkling.mllib.kernel.Kernels;
import java.util.Arrays;

/**
 * One image, a row for each channel: its lines one after the other, with zeros above, below and between them,
 * so that a convolution's window never leaves the row. The zeros between two lines serve the end of the one
 * and the beginning of the next.
 */
final class Planes {
  final int channels;
  final int height;
  final int width;
  /** Numbers from one line to the next. */
  final int pitch;
  /** Place of the first pixel. */
  final int origin;
  final float[][] rows;

  /**
   * @param pitch at least the width and the columns of zeros that are wanted beside it
   * @param top lines of zeros above
   * @param left columns of zeros on the left
   * @param bottom lines of zeros below
   */
  Planes(int channels, int height, int width, int pitch, int top, int left, int bottom) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.pitch = pitch;
    origin = top * pitch + left;
    rows = new float[channels][origin + (height + bottom + 1) * pitch + Kernels.SPARE];
  }

  /** Place of a line's first pixel. */
  int line(int y) {
    return origin + y * pitch;
  }

  /** Numbers from the first pixel to the last. */
  int span() {
    return (height - 1) * pitch + width;
  }

  /** Sets to 0 what a convolution left between the lines and behind them. */
  void clearBetweenLines() {
    for (float[] row : rows) {
      for (int y = 0; y < height; y++) {
        for (int j = line(y) + width; j < line(y + 1); j++) {
          row[j] = 0;
        }
      }
      Arrays.fill(row, line(height), origin + span() + Kernels.SPARE, 0);
    }
  }
}
