package app.inkling.mllib.data.stroke;

import java.util.Arrays;

/** A stroke in the making: points at even times. */
final class Points {
  private final int start;
  private final int interval;
  private float[] xs = new float[32];
  private float[] ys = new float[32];
  private int size;

  /**
   * @param start time of the first point in milliseconds
   * @param interval milliseconds from point to point
   */
  Points(int start, int interval) {
    this.start = start;
    this.interval = interval;
  }

  void add(float x, float y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  Stroke stroke() {
    int[] times = new int[size];
    for (int i = 0; i < size; i++) {
      times[i] = start + i * interval;
    }
    return new Stroke(times, Arrays.copyOf(xs, size), Arrays.copyOf(ys, size));
  }
}
