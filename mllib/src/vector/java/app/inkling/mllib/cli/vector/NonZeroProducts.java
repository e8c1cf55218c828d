package app.inkling.mllib.cli.vector;

import app.inkling.mllib.kernel.NonZeros;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products that pass over factors of 0, whose rows of b aren't read. For the rules that these methods keep
 * see {@link VectorKernels}.
 *
 * <p>A thread's own, with the places of the other factors.
 */
final class NonZeroProducts {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int W = WIDE.length();

  private final NonZeros some = new NonZeros();

  /** Column by column, so that c stays in registers. See {@link app.inkling.mllib.kernel.Kernels#add}. */
  void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    for (int i = 0; i < rows; i++) {
      int found = some.find(a[i], aFrom, count);
      int j = 0;
      for (; j + 4 * W <= length; j += 4 * W) {
        someTile1x4(c[i], a[i], aFrom, b, some.places(), found, j);
      }
      for (; j + W <= length; j += W) {
        someTile1x1(c[i], a[i], aFrom, b, some.places(), found, j);
      }
      NarrowProducts.add(c[i], a[i], aFrom, b, 0, count, j, length);
    }
  }

  /** The same row by row, as a b that comes from far lies. */
  void addRows(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    int whole = length / W * W;
    for (int i = 0; i < rows; i++) {
      int found = some.find(a[i], aFrom, count);
      int s = 0;
      for (; s + 8 <= found; s += 8) {
        rows8(c[i], a[i], aFrom, b, some.places(), s, whole);
      }
      for (; s < found; s++) {
        NarrowProducts.addRow(c[i], a[i][aFrom + some.places()[s]], b[some.places()[s]], 0, whole);
      }
      NarrowProducts.add(c[i], a[i], aFrom, b, 0, count, whole, length);
    }
  }

  /** Eight rows of b, those at {@code places} from s on. */
  private static void rows8(float[] c, float[] a, int aFrom, float[][] b, int[] places, int s, int length) {
    float[] b0 = b[places[s + 0]];
    float[] b1 = b[places[s + 1]];
    float[] b2 = b[places[s + 2]];
    float[] b3 = b[places[s + 3]];
    float[] b4 = b[places[s + 4]];
    float[] b5 = b[places[s + 5]];
    float[] b6 = b[places[s + 6]];
    float[] b7 = b[places[s + 7]];
    FloatVector f0 = FloatVector.broadcast(WIDE, a[aFrom + places[s + 0]]);
    FloatVector f1 = FloatVector.broadcast(WIDE, a[aFrom + places[s + 1]]);
    FloatVector f2 = FloatVector.broadcast(WIDE, a[aFrom + places[s + 2]]);
    FloatVector f3 = FloatVector.broadcast(WIDE, a[aFrom + places[s + 3]]);
    FloatVector f4 = FloatVector.broadcast(WIDE, a[aFrom + places[s + 4]]);
    FloatVector f5 = FloatVector.broadcast(WIDE, a[aFrom + places[s + 5]]);
    FloatVector f6 = FloatVector.broadcast(WIDE, a[aFrom + places[s + 6]]);
    FloatVector f7 = FloatVector.broadcast(WIDE, a[aFrom + places[s + 7]]);
    for (int j = 0; j < length; j += W) {
      FloatVector sum = FloatVector.fromArray(WIDE, c, j);
      sum = f0.fma(FloatVector.fromArray(WIDE, b0, j), sum);
      sum = f1.fma(FloatVector.fromArray(WIDE, b1, j), sum);
      sum = f2.fma(FloatVector.fromArray(WIDE, b2, j), sum);
      sum = f3.fma(FloatVector.fromArray(WIDE, b3, j), sum);
      sum = f4.fma(FloatVector.fromArray(WIDE, b4, j), sum);
      sum = f5.fma(FloatVector.fromArray(WIDE, b5, j), sum);
      sum = f6.fma(FloatVector.fromArray(WIDE, b6, j), sum);
      sum = f7.fma(FloatVector.fromArray(WIDE, b7, j), sum);
      sum.intoArray(c, j);
    }
  }

  private static void someTile1x4(float[] c, float[] a, int aFrom, float[][] b, int[] places, int count,
      int j) {
    int j1 = j + W;
    int j2 = j1 + W;
    int j3 = j2 + W;
    FloatVector c0 = FloatVector.fromArray(WIDE, c, j);
    FloatVector c1 = FloatVector.fromArray(WIDE, c, j1);
    FloatVector c2 = FloatVector.fromArray(WIDE, c, j2);
    FloatVector c3 = FloatVector.fromArray(WIDE, c, j3);
    for (int s = 0; s < count; s++) {
      int k = places[s];
      float[] row = b[k];
      FloatVector f = FloatVector.broadcast(WIDE, a[aFrom + k]);
      c0 = f.fma(FloatVector.fromArray(WIDE, row, j), c0);
      c1 = f.fma(FloatVector.fromArray(WIDE, row, j1), c1);
      c2 = f.fma(FloatVector.fromArray(WIDE, row, j2), c2);
      c3 = f.fma(FloatVector.fromArray(WIDE, row, j3), c3);
    }
    c0.intoArray(c, j);
    c1.intoArray(c, j1);
    c2.intoArray(c, j2);
    c3.intoArray(c, j3);
  }

  private static void someTile1x1(float[] c, float[] a, int aFrom, float[][] b, int[] places, int count,
      int j) {
    FloatVector sum = FloatVector.fromArray(WIDE, c, j);
    for (int s = 0; s < count; s++) {
      int k = places[s];
      sum = FloatVector.broadcast(WIDE, a[aFrom + k]).fma(FloatVector.fromArray(WIDE, b[k], j), sum);
    }
    sum.intoArray(c, j);
  }
}
