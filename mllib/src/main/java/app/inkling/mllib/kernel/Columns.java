package app.inkling.mllib.kernel;

import java.util.Arrays;

/**
 * Moves between rows of images and other layouts. A row of an image is {@code width} columns of {@code batch}
 * numbers; a shift by one pixel is a shift by {@code batch} numbers.
 */
public final class Columns {
  /** Columns turned to rows before the next ones. */
  private static final int COLUMNS_TURNED = 64;

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
   * {@code to[j][i] = from[i][first + j]} for i below {@code rows}, j below {@code columns}: eight rows at a
   * time, so that whatever is written to has half a cache line to take, and columns that stay in the cache.
   */
  public static void transpose(float[][] to, float[][] from, int rows, int first, int columns) {
    for (int low = 0; low < columns; low += COLUMNS_TURNED) {
      int high = Math.min(columns, low + COLUMNS_TURNED);
      int i = 0;
      for (; i + 8 <= rows; i += 8) {
        transpose8(to, from, i, first, low, high);
      }
      for (; i < rows; i++) {
        for (int j = low; j < high; j++) {
          to[j][i] = from[i][first + j];
        }
      }
    }
  }

  private static void transpose8(float[][] to, float[][] from, int i, int first, int low, int high) {
    float[] r0 = from[i];
    float[] r1 = from[i + 1];
    float[] r2 = from[i + 2];
    float[] r3 = from[i + 3];
    float[] r4 = from[i + 4];
    float[] r5 = from[i + 5];
    float[] r6 = from[i + 6];
    float[] r7 = from[i + 7];
    for (int j = low; j < high; j++) {
      float[] row = to[j];
      int k = first + j;
      row[i] = r0[k];
      row[i + 1] = r1[k];
      row[i + 2] = r2[k];
      row[i + 3] = r3[k];
      row[i + 4] = r4[k];
      row[i + 5] = r5[k];
      row[i + 6] = r6[k];
      row[i + 7] = r7[k];
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

  /** Every n-th number becomes a plane: {@code to[at + y * pitch + x] = from[first + n * (y * width + x)]}. */
  public static void everyNth(float[] to, int at, int pitch, float[] from, int first, int n, int height,
      int width) {
    int j = first;
    for (int y = 0; y < height; y++) {
      int line = at + y * pitch;
      for (int x = 0; x < width; x++) {
        to[line + x] = from[j];
        j += n;
      }
    }
  }

  /** The other way: {@code to[first + n * (y * width + x)] = from[at + y * pitch + x]}. */
  public static void toEveryNth(float[] to, int first, int n, float[] from, int at, int pitch, int height,
      int width) {
    int j = first;
    for (int y = 0; y < height; y++) {
      int line = at + y * pitch;
      for (int x = 0; x < width; x++) {
        to[j] = from[line + x];
        j += n;
      }
    }
  }

  /**
   * {@code to[c][at + y * toPitch + x]} becomes the largest of the window of {@code size x size} numbers that
   * begins at {@code from[c][first + (y * pitch + x) * stride]}, for all c, y below {@code height}, x below
   * {@code width}.
   */
  public static void maxima(float[][] to, int at, int toPitch, float[][] from, int first, int pitch, int size,
      int stride, int height, int width) {
    for (int c = 0; c < to.length; c++) {
      for (int y = 0; y < height; y++) {
        int corner = first + y * pitch * stride;
        if (size == 2) {
          maximaOfFour(to[c], at + y * toPitch, from[c], corner, corner + pitch, stride, width);
        } else {
          maxima(to[c], at + y * toPitch, from[c], corner, pitch, size, stride, width);
        }
      }
    }
  }

  private static void maxima(float[] to, int at, float[] from, int first, int pitch, int size, int stride,
      int count) {
    for (int x = 0; x < count; x++) {
      int corner = first + x * stride;
      float max = from[corner];
      for (int u = 0; u < size; u++) {
        for (int v = 0; v < size; v++) {
          max = Math.max(max, from[corner + u * pitch + v]);
        }
      }
      to[at + x] = max;
    }
  }

  private static void maximaOfFour(float[] to, int at, float[] from, int upper, int lower, int stride,
      int count) {
    for (int x = 0; x < count; x++) {
      int j = x * stride;
      to[at + x] = Math.max(Math.max(from[upper + j], from[upper + j + 1]),
          Math.max(from[lower + j], from[lower + j + 1]));
    }
  }
}
