package app.inkling.mllib.kernel;

import java.util.Arrays;

/**
 * Moves between rows of images and other layouts. A row of an image is {@code width} columns of {@code batch}
 * numbers; a shift by one pixel is a shift by {@code batch} numbers.
 */
public final class Columns {
  private Columns() {}

  /**
   * {@code to} column x becomes {@code from} column {@code x * stride + offset}, for x below {@code toWidth};
   * zeros where that lies outside {@code from}.
   */
  public static void gather(float[] to, int toWidth, float[] from, int fromWidth, int stride, int offset,
      int batch) {
    int first = Math.min(toWidth, firstInside(stride, offset));
    int end = Math.max(first, Math.min(toWidth, endInside(fromWidth, stride, offset)));
    Arrays.fill(to, 0, first * batch, 0);
    if (stride == 1 && first < end) {
      System.arraycopy(from, (first + offset) * batch, to, first * batch, (end - first) * batch);
    } else if (batch == 1) {
      for (int x = first; x < end; x++) {
        to[x] = from[x * stride + offset];
      }
    } else {
      for (int x = first; x < end; x++) {
        System.arraycopy(from, (x * stride + offset) * batch, to, x * batch, batch);
      }
    }
    Arrays.fill(to, end * batch, toWidth * batch, 0);
  }

  /**
   * The other way: {@code to} column {@code x * stride + offset} becomes {@code from} column x where that
   * lies inside.
   */
  public static void scatter(float[] to, int toWidth, float[] from, int fromWidth, int stride, int offset,
      int batch) {
    int first = Math.min(fromWidth, firstInside(stride, offset));
    int end = Math.max(first, Math.min(fromWidth, endInside(toWidth, stride, offset)));
    if (stride == 1 && first < end) {
      System.arraycopy(from, first * batch, to, (first + offset) * batch, (end - first) * batch);
    } else {
      for (int x = first; x < end; x++) {
        System.arraycopy(from, x * batch, to, (x * stride + offset) * batch, batch);
      }
    }
  }

  private static int firstInside(int stride, int offset) {
    return offset >= 0 ? 0 : (-offset + stride - 1) / stride;
  }

  private static int endInside(int width, int stride, int offset) {
    int last = width - 1 - offset;
    return last < 0 ? 0 : last / stride + 1;
  }

  /** {@code to[j][i] = from[i][j]} for i below {@code rows}, j below {@code columns}. */
  public static void transpose(float[][] to, float[][] from, int rows, int columns) {
    transpose(to, from, rows, 0, columns);
  }

  /**
   * {@code to[j][i] = from[i][first + j]} for i below {@code rows}, j below {@code columns}, in squares that
   * stay in the cache.
   */
  public static void transpose(float[][] to, float[][] from, int rows, int first, int columns) {
    for (int i0 = 0; i0 < rows; i0 += 16) {
      int i1 = Math.min(rows, i0 + 16);
      for (int j0 = 0; j0 < columns; j0 += 16) {
        int j1 = Math.min(columns, j0 + 16);
        for (int j = j0; j < j1; j++) {
          float[] row = to[j];
          for (int i = i0; i < i1; i++) {
            row[i] = from[i][first + j];
          }
        }
      }
    }
  }

  /**
   * Planes to examples: {@code to[n][(y * width + x) * channels + c] = from[c * height + y][x * batch + n]},
   * that is (C, H, W, N) to (N, H, W, C).
   */
  public static void planesToExamples(float[][] to, float[][] from, int channels, int height, int width,
      int batch) {
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        float[] row = from[c * height + y];
        for (int n = 0; n < batch; n++) {
          float[] example = to[n];
          int j = y * width * channels + c;
          for (int x = 0; x < width; x++) {
            example[j] = row[x * batch + n];
            j += channels;
          }
        }
      }
    }
  }

  /** Examples to planes, the other way. */
  public static void examplesToPlanes(float[][] to, float[][] from, int channels, int height, int width,
      int batch) {
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        float[] row = to[c * height + y];
        for (int n = 0; n < batch; n++) {
          float[] example = from[n];
          int j = y * width * channels + c;
          for (int x = 0; x < width; x++) {
            row[x * batch + n] = example[j];
            j += channels;
          }
        }
      }
    }
  }
}
