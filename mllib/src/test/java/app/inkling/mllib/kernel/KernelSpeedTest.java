package app.inkling.mllib.kernel;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.junit.Test;

/**
 * Holds kernels to at least four times the speed of naive loops in the same process, so that a change that
 * loses vectorisation is seen. Both are measured in turns, in this thread's own time, the best of many short
 * windows counts: a busy machine slows both. The product is held to eight times: its naive form walks down columns, so that the
 * product would be three times as fast even without vectors.
 */
public class KernelSpeedTest {
  private static final double WANTED = 4;
  private static final double WANTED_OF_PRODUCT = 8;
  /** Windows measured at least, once warm. */
  private static final int WINDOWS = 10;
  private static final long WINDOW_NANOS = 5_000_000;
  /** For the JVM's compiler, which works beside us and may have a queue; of both forms, so that neither gains. */
  private static final long WARM_UP_NANOS = 300_000_000;
  private static final long DEADLINE_NANOS = 20_000_000_000L;

  private final Rng rng = new Rng(1);

  @Test
  public void productIsFasterThanDotProducts() {
    int rows = 32;
    int count = 256;
    int length = 512;
    float[][] a = random(rows, count);
    float[][] b = random(count, length);
    float[][] fast = new float[rows][length];
    float[][] naive = new float[rows][length];
    requireFaster("Products.add", WANTED_OF_PRODUCT,
        () -> {
          clear(fast);
          Products.add(fast, rows, a, 0, b, count, length);
        },
        () -> {
          clear(naive);
          dotProducts(naive, a, b, count, length);
        });
    for (int i = 0; i < rows; i++) {
      assertArrayEquals(naive[i], fast[i], 0);
    }
  }

  @Test
  public void longDotProductIsFasterThanItsPlainForm() {
    int lines = 24;
    int length = 768;
    float[][] a = random(lines, length);
    float[][] b = random(lines, length);
    float[] products = new float[length];
    float[] sums = new float[2];
    requireFaster("Products.addProducts2", WANTED,
        () -> {
          Arrays.fill(products, 0);
          for (int y = 0; y < lines; y += 2) {
            Products.addProducts2(products, a[y], b[y], a[y + 1], b[y + 1], length);
          }
          sums[0] = (float) Rows.sum(products, length);
        },
        () -> sums[1] = plainDot(a, b, length));
    assertTrue(Math.abs(sums[0] - sums[1]) < 1e-2);
  }

  private static void dotProducts(float[][] c, float[][] a, float[][] b, int count, int length) {
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < length; j++) {
        float sum = 0;
        for (int k = 0; k < count; k++) {
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
  }

  private static float plainDot(float[][] a, float[][] b, int length) {
    float sum = 0;
    for (int y = 0; y < a.length; y++) {
      for (int j = 0; j < length; j++) {
        sum += a[y][j] * b[y][j];
      }
    }
    return sum;
  }

  @Test
  public void reluIsFasterThanWithAChoice() {
    float[] x = random(1, 16384)[0];
    float[] y = new float[x.length];
    float[] dx = new float[x.length];
    requireFaster("Activations.relu and its gradient", WANTED,
        () -> {
          Activations.relu(y, x, x.length);
          Activations.reluGradient(dx, x, y, x.length);
        },
        () -> {
          for (int j = 0; j < x.length; j++) {
            y[j] = x[j] > 0 ? x[j] : 0;
          }
          for (int j = 0; j < x.length; j++) {
            dx[j] = y[j] > 0 ? x[j] : 0;
          }
        });
  }

  @Test
  public void tanhIsFasterThanTheJvms() {
    float[] x = random(1, 4096)[0];
    float[] y = new float[x.length];
    requireFaster("Activations.tanh", WANTED, () -> Activations.tanh(y, x, x.length), () -> {
      for (int j = 0; j < x.length; j++) {
        y[j] = (float) StrictMath.tanh(x[j]);
      }
    });
  }

  @Test
  public void largeProductInCopiesIsFasterThanDotProducts() {
    int rows = 64;
    int count = 128;
    int length = 512;
    float[][] a = random(rows, count);
    float[][] b = random(count, length);
    float[][] fast = new float[rows][length];
    float[][] naive = new float[rows][length];
    requireFaster("Kernels.PLAIN.add", WANTED_OF_PRODUCT,
        () -> {
          clear(fast);
          Kernels.PLAIN.add(fast, rows, a, 0, b, count, length);
        },
        () -> {
          clear(naive);
          dotProducts(naive, a, b, count, length);
        });
  }

  @Test
  public void longDotsOfAConvolutionAreFasterThanTheirPlainForm() {
    int filters = 2;
    int taps = 8;
    int lines = 16;
    int length = 768;
    float[][] a = random(filters * lines, length);
    float[][][] b = new float[lines][][];
    for (int y = 0; y < lines; y++) {
      b[y] = random(taps, length);
    }
    float[][] fast = new float[filters][taps];
    float[][] naive = new float[filters][taps];
    float[][] scratch = new float[Kernels.SCRATCH_ROWS][length];
    double[] sums = new double[Kernels.SCRATCH_ROWS];
    requireFaster("Kernels.PLAIN.dots", WANTED,
        () -> Kernels.PLAIN.dots(fast, a, b, lines, length, scratch, sums),
        () -> {
          for (int o = 0; o < filters; o++) {
            for (int k = 0; k < taps; k++) {
              float sum = 0;
              for (int y = 0; y < lines; y++) {
                for (int j = 0; j < length; j++) {
                  sum += a[o * lines + y][j] * b[y][k][j];
                }
              }
              naive[o][k] = sum;
            }
          }
        });
  }

  @Test
  public void convolutionOfPlanesIsFasterThanPixelAfterPixel() {
    int filters = 16;
    int taps = 64;
    int length = 480;
    float[][] w = random(filters, taps);
    float[] bias = random(1, filters)[0];
    float[] plane = random(1, length + taps + Kernels.SPARE)[0];
    float[][] under = new float[taps][];
    Arrays.fill(under, plane);
    int[] shifts = new int[taps];
    Arrays.setAll(shifts, k -> k);
    float[][] fast = new float[filters][length + Kernels.SPARE];
    float[][] naive = new float[filters][length];
    requireFaster("Kernels.PLAIN.convolve", WANTED,
        () -> Kernels.PLAIN.convolve(fast, 0, bias, w, under, shifts, length),
        () -> {
          for (int i = 0; i < filters; i++) {
            for (int j = 0; j < length; j++) {
              float sum = bias[i];
              for (int k = 0; k < taps; k++) {
                sum += w[i][k] * plane[j + k];
              }
              naive[i][j] = sum;
            }
          }
        });
    for (int i = 0; i < filters; i++) {
      assertArrayEquals(naive[i], Arrays.copyOf(fast[i], length), 0);
    }
  }

  @Test
  public void softmaxOfManyClassesIsFasterThanWithTheJvmsExp() {
    float[] x = random(1, 10_000)[0];
    float[] y = new float[x.length];
    float[] naive = new float[x.length];
    requireFaster("Softmax.softmax", WANTED, () -> Softmax.softmax(y, x, x.length), () -> {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += StrictMath.exp(x[j]);
      }
      for (int j = 0; j < x.length; j++) {
        naive[j] = (float) (StrictMath.exp(x[j]) / sum);
      }
    });
  }

  @Test
  public void gatesAreFasterThanOneUnitAfterTheOther() {
    int units = 256;
    float[][] x = random(5, units);
    float[][] gate = new float[4][units];
    float[] cell = new float[units];
    float[] hidden = new float[units];
    requireFaster("Activations.sigmoid and tanh with Gates.cell", WANTED,
        () -> {
          Activations.sigmoid(gate[0], x[0], units);
          Activations.sigmoid(gate[1], x[1], units);
          Activations.tanh(gate[2], x[2], units);
          Activations.sigmoid(gate[3], x[3], units);
          Gates.cell(cell, gate[1], x[4], gate[0], gate[2], units);
          Activations.tanh(hidden, cell, units);
          Rows.multiply(hidden, gate[3], hidden, units);
        },
        () -> {
          for (int j = 0; j < units; j++) {
            double i = 1 / (1 + StrictMath.exp(-x[0][j]));
            double f = 1 / (1 + StrictMath.exp(-x[1][j]));
            double o = 1 / (1 + StrictMath.exp(-x[3][j]));
            cell[j] = (float) (f * x[4][j] + i * StrictMath.tanh(x[2][j]));
            hidden[j] = (float) (o * StrictMath.tanh(cell[j]));
          }
        });
  }

  private static void requireFaster(String what, double wanted, Runnable fast, Runnable naive) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < 2 * WARM_UP_NANOS) {
      nanosEach(fast);
      nanosEach(naive);
    }
    double bestFast = Double.MAX_VALUE;
    double bestNaive = Double.MAX_VALUE;
    for (int window = 0; window < WINDOWS || bestNaive / bestFast < wanted; window++) {
      bestFast = Math.min(bestFast, nanosEach(fast));
      bestNaive = Math.min(bestNaive, nanosEach(naive));
      if (window >= WINDOWS && System.nanoTime() - start > DEADLINE_NANOS) {
        break;
      }
    }
    assertTrue(what + " is only " + bestNaive / bestFast + " times as fast as naive code; wants " + wanted
        + ": has an inner loop stopped being vectorised?", bestNaive / bestFast >= wanted);
  }

  private static double nanosEach(Runnable work) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    long now;
    int runs = 0;
    do {
      work.run();
      runs++;
      now = clock.getCurrentThreadCpuTime();
    } while (now - start < WINDOW_NANOS);
    return (double) (now - start) / runs;
  }

  private static void clear(float[][] rows) {
    for (float[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  private float[][] random(int rows, int length) {
    float[][] values = new float[rows][length];
    for (float[] row : values) {
      for (int j = 0; j < length; j++) {
        row[j] = (float) rng.nextGaussian();
      }
    }
    return values;
  }
}
