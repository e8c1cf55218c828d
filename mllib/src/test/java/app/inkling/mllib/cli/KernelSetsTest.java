package app.inkling.mllib.cli;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.cli.bench.Networks;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.JavaEngine;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import org.junit.Test;

public class KernelSetsTest {
  private static final int ZEROS = 1;

  private final Rng random = new Rng(3);

  @Test
  public void vectorProductIsToTheBitOneFmaAfterTheOther() throws UsageException {
    Kernels vector = KernelSets.find(KernelSets.Name.vector);
    int[][] sizes = {{1, 1, 1}, {1, 300, 70}, {3, 5, 130}, {4, 128, 64}, {5, 129, 67}, {8, 257, 16},
        {9, 2, 15}, {10, 131, 95}, {33, 16, 10}, {2, 7, 31}, {4, 0, 20},
        {3, 40, 150, ZEROS}, {6, 33, 75, ZEROS}, {1, 21, 1030}, {3, 40, 1100, ZEROS}};
    for (int[] size : sizes) {
      int rows = size[0];
      int count = size[1];
      int length = size[2];
      int aFrom = 3;
      float[][] a = random(rows, aFrom + count + 2);
      if (size.length > 3) {
        passOver(a);
      }
      float[][] b = random(count, length + 1);
      float[][] c = random(rows, length + 2);
      float[][] wanted = new float[rows][];
      for (int i = 0; i < rows; i++) {
        wanted[i] = c[i].clone();
        for (int j = 0; j < length; j++) {
          for (int k = 0; k < count; k++) {
            wanted[i][j] = Math.fma(a[i][aFrom + k], b[k][j], wanted[i][j]);
          }
        }
      }
      vector.add(c, rows, a, aFrom, b, count, length);
      for (int i = 0; i < rows; i++) {
        assertArrayEquals(rows + " x " + count + " x " + length + ", row " + i, wanted[i], c[i], 0);
      }
    }
  }

  /** Puts zeros in three of four places. */
  private static void passOver(float[][] a) {
    for (float[] row : a) {
      for (int k = 0; k < row.length; k++) {
        row[k] = k % 4 == 1 ? row[k] : 0;
      }
    }
  }

  @Test
  public void longDotsAddUpLineByLineAndThenAlongTheRow() throws UsageException {
    int[][] sizes = {{1, 1, 1, 5}, {2, 4, 3, 64}, {3, 25, 24, 50}, {8, 9, 2, 33}, {5, 6, 7, 16}};
    for (int[] size : sizes) {
      int outputs = size[0];
      int taps = size[1];
      int lines = size[2];
      int length = size[3];
      float[][] a = random(outputs * lines, length);
      float[][][] b = new float[lines][][];
      for (int y = 0; y < lines; y++) {
        b[y] = random(taps, length);
      }
      for (KernelSets.Name name : KernelSets.Name.values()) {
        float[][] c = random(outputs, taps);
        KernelSets.find(name).dots(c, a, b, lines, length, random(Kernels.SCRATCH_ROWS, length),
            new double[Kernels.SCRATCH_ROWS]);
        for (int i = 0; i < outputs; i++) {
          for (int k = 0; k < taps; k++) {
            float wanted = dot(a, i * lines, b, k, lines, length, name == KernelSets.Name.vector);
            assertEquals(name + " " + outputs + " x " + taps, wanted, c[i][k], 0);
          }
        }
      }
    }
  }

  private static float dot(float[][] a, int aFrom, float[][][] b, int k, int lines, int length,
      boolean fused) {
    double sum = 0;
    for (int j = 0; j < length; j++) {
      float products = 0;
      for (int y = 0; y < lines; y++) {
        float product = a[aFrom + y][j] * b[y][k][j];
        products = fused ? Math.fma(a[aFrom + y][j], b[y][k][j], products) : products + product;
      }
      sum += products;
    }
    return (float) sum;
  }

  @Test
  public void convolutionAddsTapAfterTap() throws UsageException {
    int[][] sizes = {{1, 1, 1}, {3, 5, 130}, {4, 9, 64}, {5, 18, 67}, {8, 25, 16}, {9, 2, 15}, {70, 20, 600}};
    for (int[] size : sizes) {
      int filters = size[0];
      int taps = size[1];
      int length = size[2];
      int to = 3;
      int[] shifts = new int[taps];
      float[][] planes = random(2, length + 3 * taps + Kernels.SPARE);
      float[][] under = new float[taps][];
      for (int k = 0; k < taps; k++) {
        shifts[k] = 3 * (taps - 1 - k);
        under[k] = planes[k % 2];
      }
      float[][] w = random(filters, taps);
      float[] bias = random(1, filters)[0];
      for (KernelSets.Name name : KernelSets.Name.values()) {
        float[][] c = random(filters, to + length + Kernels.SPARE);
        float[][] before = new float[filters][];
        for (int i = 0; i < filters; i++) {
          before[i] = c[i].clone();
        }
        KernelSets.find(name).convolve(c, to, bias, w, under, shifts, length);
        for (int i = 0; i < filters; i++) {
          for (int j = 0; j < to; j++) {
            assertEquals(before[i][j], c[i][j], 0);
          }
          for (int j = 0; j < length; j++) {
            float wanted = bias[i];
            for (int k = 0; k < taps; k++) {
              float x = under[k][shifts[k] + j];
              wanted = name == KernelSets.Name.vector ? Math.fma(w[i][k], x, wanted) : wanted + w[i][k] * x;
            }
            assertEquals(name + " " + filters + " x " + taps + " x " + length, wanted, c[i][to + j], 0);
          }
        }
      }
    }
  }

  @Test
  public void halvingTakesTheLargestOfFour() throws UsageException {
    for (int width : new int[] {1, 3, 7, 8, 9, 12, 16, 17, 40}) {
      int height = 3;
      int pitch = 2 * width + 1;
      float[][] from = random(2, 2 + 2 * height * pitch + Kernels.SPARE);
      from[1][2] = Float.NaN;
      for (KernelSets.Name name : KernelSets.Name.values()) {
        float[][] to = new float[2][5 + height * (width + 2) + Kernels.SPARE];
        KernelSets.find(name).halve(to, 5, width + 2, from, 2, pitch, height, width);
        for (int c = 0; c < 2; c++) {
          for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
              int j = 2 + 2 * y * pitch + 2 * x;
              float wanted = Math.max(Math.max(from[c][j], from[c][j + 1]),
                  Math.max(from[c][j + pitch], from[c][j + pitch + 1]));
              assertEquals(name + ", " + width + " wide", wanted, to[c][5 + y * (width + 2) + x], 0);
            }
          }
        }
      }
    }
  }

  @Test
  public void networkGivesNearlyTheSameOnEitherSet() throws UsageException {
    compareSets(Networks.withSoftmax(Networks.W2.create(random)));
    Initializer he = Initializer.he(random);
    compareSets(new Sequential("zeros round the image", new Image(28, 28, 1),
        new Conv2d("a", 1, 6, 3, Padding.SAME, he), new Relu(), new MaxPool2d(2),
        new Conv2d("b", 6, 5, 5, Padding.SAME, he), new Relu(), new MaxPool2d(2),
        new Conv2d("c", 5, 7, 3, Padding.SAME, he), new MaxPool2d(2), new Flatten(),
        new Dense("d", 63, Networks.CLASSES, he), new Softmax()));
  }

  private void compareSets(Sequential network) throws UsageException {
    JavaEngine plain = new JavaEngine(network, Networks.signature());
    JavaEngine vector =
        new JavaEngine(network, Networks.signature(), KernelSets.find(KernelSets.Name.vector));
    Bindings one = new Bindings(plain.signature());
    Bindings other = new Bindings(vector.signature());
    float[] image = one.floatInput("image");
    for (int j = 0; j < image.length; j++) {
      image[j] = random.nextFloat();
    }
    other.copyInputs(one);
    plain.run(one);
    vector.run(other);
    assertEquals(0, one.largestOutputDifference(other), 1e-5);
  }

  @Test
  public void plainSetIsAlwaysThere() throws UsageException {
    assertSame(Kernels.PLAIN, KernelSets.find(KernelSets.Name.plain, false));
    assertEquals("plain", Kernels.PLAIN.name());
  }

  @Test
  public void vectorSetKnowsItsName() throws UsageException {
    assertEquals("vector", KernelSets.find(KernelSets.Name.vector).name());
  }

  @Test
  public void saysHowToTurnTheVectorSetOn() {
    UsageException off =
        assertThrows(UsageException.class, () -> KernelSets.find(KernelSets.Name.vector, false));
    assertTrue(off.getMessage(), off.getMessage().contains("java --add-modules jdk.incubator.vector -jar"));
  }

  private float[][] random(int rows, int length) {
    float[][] values = new float[rows][length];
    for (float[] row : values) {
      for (int j = 0; j < length; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return values;
  }
}
