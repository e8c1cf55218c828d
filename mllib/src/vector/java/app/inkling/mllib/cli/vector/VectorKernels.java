package app.inkling.mllib.cli.vector;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.kernel.NonZeros;
import app.inkling.mllib.kernel.Rows;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products whose partial sums stay in vector registers: {@code fma} for each element in the order of k, so
 * that the width of the machine's vectors changes no bit.
 *
 * <p>Each tile is one method and no vector ever leaves it: a vector that is passed or returned becomes an
 * object. And there is one species: with two, the JVM no longer knows at once which one it meets, and both
 * become objects.
 */
public final class VectorKernels implements Kernels {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int W = WIDE.length();
  /** Every second lane, twice over. */
  private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(WIDE, i -> 2 * i % W);
  private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(WIDE, i -> 2 * i % W + 1);
  private static final VectorMask<Float> UPPER_HALF = VectorMask.fromLong(WIDE, (1L << W) - (1L << W / 2));
  /** Rows of b worked through before the next tile of c: four vectors of each stay in the nearest cache. */
  private static final int BLOCK = 128;
  /** The same where b is copied. */
  private static final int PACKED_BLOCK = 256;
  /**
   * From so many rows on, a copy of b whose vectors lie one after the other pays; with it for fewer, one
   * image takes 7 % longer (W4.W2 of {@code bench}).
   */
  private static final int PACKED_ROWS = 32;
  /** From here on b comes from far: fewer rows of c than make a tile then take it row by row, as it lies. */
  private static final int FAR = 1024;

  @Override
  public String name() {
    return "vector";
  }

  private final ThreadLocal<float[]> pack = ThreadLocal.withInitial(() -> new float[PACKED_BLOCK * 4 * W]);
  private final ThreadLocal<NonZeros> nonZeros = ThreadLocal.withInitial(NonZeros::new);

  @Override
  public void add(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    if (rows < 4 && length >= FAR) {
      addFar(c, rows, a, aFrom, b, count, length);
    } else if (NonZeros.areFew(rows, a, aFrom, count, length)) {
      addNonZeros(c, rows, a, aFrom, b, count, length);
    } else {
      addAll(c, rows, a, aFrom, b, count, length);
    }
  }

  private void addNonZeros(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count,
      int length) {
    NonZeros some = nonZeros.get();
    for (int i = 0; i < rows; i++) {
      int found = some.find(a[i], aFrom, count);
      int j = 0;
      for (; j + 4 * W <= length; j += 4 * W) {
        someTile1x4(c[i], a[i], aFrom, b, some.places(), found, j);
      }
      for (; j + W <= length; j += W) {
        someTile1x1(c[i], a[i], aFrom, b, some.places(), found, j);
      }
      narrow(c[i], a[i], aFrom, b, 0, count, j, length);
    }
  }

  private void addFar(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count, int length) {
    NonZeros some = nonZeros.get();
    int whole = length / W * W;
    for (int i = 0; i < rows; i++) {
      int found = some.find(a[i], aFrom, count);
      int s = 0;
      for (; s + 8 <= found; s += 8) {
        rows8(c[i], a[i], aFrom, b, some.places(), s, whole);
      }
      for (; s < found; s++) {
        row(c[i], a[i][aFrom + some.places()[s]], b[some.places()[s]], 0, whole);
      }
      narrow(c[i], a[i], aFrom, b, 0, count, whole, length);
    }
  }

  private void addAll(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int count,
      int length) {
    boolean packs = rows >= PACKED_ROWS;
    int block = packs ? PACKED_BLOCK : BLOCK;
    for (int from = 0; from < count; from += block) {
      int to = Math.min(count, from + block);
      int j = 0;
      for (; j + 4 * W <= length; j += 4 * W) {
        int i = 0;
        if (packs) {
          float[] packed = pack.get();
          for (int k = from; k < to; k++) {
            System.arraycopy(b[k], j, packed, (k - from) * 4 * W, 4 * W);
          }
          for (; i + 4 <= rows; i += 4) {
            packed4x4(c, i, a, aFrom + from, packed, to - from, j);
          }
        }
        for (; i + 4 <= rows; i += 4) {
          tile4x4(c, i, a, aFrom, b, from, to, j);
        }
        for (; i < rows; i++) {
          tile1x4(c[i], a[i], aFrom, b, from, to, j);
        }
      }
      for (; j + W <= length; j += W) {
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
          tile4x1(c, i, a, aFrom, b, from, to, j);
        }
        for (; i < rows; i++) {
          tile1x1(c[i], a[i], aFrom, b, from, to, j);
        }
      }
      addNarrow(c, rows, a, aFrom, b, from, to, j, length);
    }
  }

  /** Columns from {@code low} on, fewer than a vector. */
  private static void addNarrow(float[][] c, int rows, float[][] a, int aFrom, float[][] b, int from, int to,
      int low, int high) {
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      int j = low;
      for (; j + 2 <= high; j += 2) {
        scalar4x2(c, i, a, aFrom, b, from, to, j);
      }
      for (int r = i; j < high && r < i + 4; r++) {
        scalar1x1(c[r], a[r], aFrom, b, from, to, j);
      }
    }
    for (; i < rows; i++) {
      narrow(c[i], a[i], aFrom, b, from, to, low, high);
    }
  }

  @Override
  public void dots(float[][] c, float[][] a, float[][][] b, int lines, int length, float[][] scratch,
      double[] sums) {
    for (int i = 0; i < c.length; i += 2) {
      int height = Math.min(2, c.length - i);
      for (int k = 0; k < c[i].length; k += 4) {
        int width = Math.min(4, c[i].length - k);
        if (height == 2 && width == 4) {
          multiply2x4(scratch, a, i * lines, b, k, lines, length);
        } else {
          for (int s = 0; s < height * width; s++) {
            multiply1x1(scratch[s / width * 4 + s % width], a, (i + s / width) * lines, b, k + s % width, lines,
                length);
          }
        }
        Rows.sums8(sums, scratch, length);
        for (int s = 0; s < height * width; s++) {
          c[i + s / width][k + s % width] = (float) sums[s / width * 4 + s % width];
        }
      }
    }
  }

  /** {@code products[4 p + q][j] = sum over y of a[aFrom + p * lines + y][j] * b[y][k + q][j]}. */
  private static void multiply2x4(float[][] products, float[][] a, int aFrom, float[][][] b, int k, int lines,
      int length) {
    int j = 0;
    for (; j + W <= length; j += W) {
      multiplyTile2x4(products, a, aFrom, b, k, lines, j);
    }
    for (; j < length; j++) {
      for (int s = 0; s < 8; s++) {
        float sum = 0;
        for (int y = 0; y < lines; y++) {
          sum = Math.fma(a[aFrom + s / 4 * lines + y][j], b[y][k + s % 4][j], sum);
        }
        products[s][j] = sum;
      }
    }
  }

  @Override
  public void convolve(float[][] c, int to, float[] bias, float[][] a, float[][] b, int[] shifts,
      int length) {
    VectorConvolution.run(c, to, bias, a, b, shifts, length);
  }

  @Override
  public void halve(float[][] to, int at, int toPitch, float[][] from, int first, int pitch, int height,
      int width) {
    for (int c = 0; c < to.length; c++) {
      if (width <= W / 2) {
        halveShort(to[c], at, toPitch, from[c], first, pitch, height);
      } else {
        halveLong(to[c], at, toPitch, from[c], first, pitch, height, width);
      }
    }
  }

  private static void halveShort(float[] to, int at, int toPitch, float[] from, int first, int pitch,
      int height) {
    for (int y = 0; y < height; y++) {
      int upper = first + 2 * y * pitch;
      FloatVector line = FloatVector.fromArray(WIDE, from, upper)
          .max(FloatVector.fromArray(WIDE, from, upper + pitch));
      line.rearrange(EVEN).max(line.rearrange(ODD)).intoArray(to, at + y * toPitch);
    }
  }

  private static void halveLong(float[] to, int at, int toPitch, float[] from, int first, int pitch,
      int height, int width) {
    for (int y = 0; y < height; y++) {
      int upper = first + 2 * y * pitch;
      int lower = upper + pitch;
      for (int x = 0; x < width; x += W) {
        FloatVector left = FloatVector.fromArray(WIDE, from, upper + 2 * x)
            .max(FloatVector.fromArray(WIDE, from, lower + 2 * x));
        FloatVector right = FloatVector.fromArray(WIDE, from, upper + 2 * x + W)
            .max(FloatVector.fromArray(WIDE, from, lower + 2 * x + W));
        FloatVector even = left.rearrange(EVEN).blend(right.rearrange(EVEN), UPPER_HALF);
        FloatVector odd = left.rearrange(ODD).blend(right.rearrange(ODD), UPPER_HALF);
        even.max(odd).intoArray(to, at + y * toPitch + x);
      }
    }
  }

  private static void multiplyTile2x4(float[][] products, float[][] a, int aFrom, float[][][] b, int k,
      int lines, int j) {
    FloatVector s0 = FloatVector.zero(WIDE);
    FloatVector s1 = FloatVector.zero(WIDE);
    FloatVector s2 = FloatVector.zero(WIDE);
    FloatVector s3 = FloatVector.zero(WIDE);
    FloatVector s4 = FloatVector.zero(WIDE);
    FloatVector s5 = FloatVector.zero(WIDE);
    FloatVector s6 = FloatVector.zero(WIDE);
    FloatVector s7 = FloatVector.zero(WIDE);
    for (int y = 0; y < lines; y++) {
      float[][] under = b[y];
      FloatVector a0 = FloatVector.fromArray(WIDE, a[aFrom + y], j);
      FloatVector a1 = FloatVector.fromArray(WIDE, a[aFrom + lines + y], j);
      FloatVector b0 = FloatVector.fromArray(WIDE, under[k], j);
      FloatVector b1 = FloatVector.fromArray(WIDE, under[k + 1], j);
      FloatVector b2 = FloatVector.fromArray(WIDE, under[k + 2], j);
      FloatVector b3 = FloatVector.fromArray(WIDE, under[k + 3], j);
      s0 = a0.fma(b0, s0);
      s1 = a0.fma(b1, s1);
      s2 = a0.fma(b2, s2);
      s3 = a0.fma(b3, s3);
      s4 = a1.fma(b0, s4);
      s5 = a1.fma(b1, s5);
      s6 = a1.fma(b2, s6);
      s7 = a1.fma(b3, s7);
    }
    s0.intoArray(products[0], j);
    s1.intoArray(products[1], j);
    s2.intoArray(products[2], j);
    s3.intoArray(products[3], j);
    s4.intoArray(products[4], j);
    s5.intoArray(products[5], j);
    s6.intoArray(products[6], j);
    s7.intoArray(products[7], j);
  }

  private static void multiply1x1(float[] products, float[][] a, int aFrom, float[][][] b, int k, int lines,
      int length) {
    Arrays.fill(products, 0);
    for (int y = 0; y < lines; y++) {
      addProducts(products, a[aFrom + y], b[y][k], length);
    }
  }

  private static void addProducts(float[] products, float[] a, float[] b, int length) {
    for (int j = 0; j < length; j++) {
      products[j] = Math.fma(a[j], b[j], products[j]);
    }
  }

  private static void packed4x4(float[][] c, int i, float[][] a, int aFrom, float[] packed, int count, int j) {
    float[] a0 = a[i];
    float[] a1 = a[i + 1];
    float[] a2 = a[i + 2];
    float[] a3 = a[i + 3];
    int j1 = j + W;
    int j2 = j1 + W;
    int j3 = j2 + W;
    FloatVector c00 = FloatVector.fromArray(WIDE, c[i], j);
    FloatVector c01 = FloatVector.fromArray(WIDE, c[i], j1);
    FloatVector c02 = FloatVector.fromArray(WIDE, c[i], j2);
    FloatVector c03 = FloatVector.fromArray(WIDE, c[i], j3);
    FloatVector c10 = FloatVector.fromArray(WIDE, c[i + 1], j);
    FloatVector c11 = FloatVector.fromArray(WIDE, c[i + 1], j1);
    FloatVector c12 = FloatVector.fromArray(WIDE, c[i + 1], j2);
    FloatVector c13 = FloatVector.fromArray(WIDE, c[i + 1], j3);
    FloatVector c20 = FloatVector.fromArray(WIDE, c[i + 2], j);
    FloatVector c21 = FloatVector.fromArray(WIDE, c[i + 2], j1);
    FloatVector c22 = FloatVector.fromArray(WIDE, c[i + 2], j2);
    FloatVector c23 = FloatVector.fromArray(WIDE, c[i + 2], j3);
    FloatVector c30 = FloatVector.fromArray(WIDE, c[i + 3], j);
    FloatVector c31 = FloatVector.fromArray(WIDE, c[i + 3], j1);
    FloatVector c32 = FloatVector.fromArray(WIDE, c[i + 3], j2);
    FloatVector c33 = FloatVector.fromArray(WIDE, c[i + 3], j3);
    for (int k = 0; k < count; k++) {
      int at = k * 4 * W;
      FloatVector b0 = FloatVector.fromArray(WIDE, packed, at);
      FloatVector b1 = FloatVector.fromArray(WIDE, packed, at + W);
      FloatVector b2 = FloatVector.fromArray(WIDE, packed, at + 2 * W);
      FloatVector b3 = FloatVector.fromArray(WIDE, packed, at + 3 * W);
      FloatVector f0 = FloatVector.broadcast(WIDE, a0[aFrom + k]);
      c00 = f0.fma(b0, c00);
      c01 = f0.fma(b1, c01);
      c02 = f0.fma(b2, c02);
      c03 = f0.fma(b3, c03);
      FloatVector f1 = FloatVector.broadcast(WIDE, a1[aFrom + k]);
      c10 = f1.fma(b0, c10);
      c11 = f1.fma(b1, c11);
      c12 = f1.fma(b2, c12);
      c13 = f1.fma(b3, c13);
      FloatVector f2 = FloatVector.broadcast(WIDE, a2[aFrom + k]);
      c20 = f2.fma(b0, c20);
      c21 = f2.fma(b1, c21);
      c22 = f2.fma(b2, c22);
      c23 = f2.fma(b3, c23);
      FloatVector f3 = FloatVector.broadcast(WIDE, a3[aFrom + k]);
      c30 = f3.fma(b0, c30);
      c31 = f3.fma(b1, c31);
      c32 = f3.fma(b2, c32);
      c33 = f3.fma(b3, c33);
    }
    c00.intoArray(c[i], j);
    c01.intoArray(c[i], j1);
    c02.intoArray(c[i], j2);
    c03.intoArray(c[i], j3);
    c10.intoArray(c[i + 1], j);
    c11.intoArray(c[i + 1], j1);
    c12.intoArray(c[i + 1], j2);
    c13.intoArray(c[i + 1], j3);
    c20.intoArray(c[i + 2], j);
    c21.intoArray(c[i + 2], j1);
    c22.intoArray(c[i + 2], j2);
    c23.intoArray(c[i + 2], j3);
    c30.intoArray(c[i + 3], j);
    c31.intoArray(c[i + 3], j1);
    c32.intoArray(c[i + 3], j2);
    c33.intoArray(c[i + 3], j3);
  }

  private static void tile4x4(float[][] c, int i, float[][] a, int aFrom, float[][] b, int from, int to,
      int j) {
    float[] a0 = a[i];
    float[] a1 = a[i + 1];
    float[] a2 = a[i + 2];
    float[] a3 = a[i + 3];
    int j1 = j + W;
    int j2 = j1 + W;
    int j3 = j2 + W;
    FloatVector c00 = FloatVector.fromArray(WIDE, c[i], j);
    FloatVector c01 = FloatVector.fromArray(WIDE, c[i], j1);
    FloatVector c02 = FloatVector.fromArray(WIDE, c[i], j2);
    FloatVector c03 = FloatVector.fromArray(WIDE, c[i], j3);
    FloatVector c10 = FloatVector.fromArray(WIDE, c[i + 1], j);
    FloatVector c11 = FloatVector.fromArray(WIDE, c[i + 1], j1);
    FloatVector c12 = FloatVector.fromArray(WIDE, c[i + 1], j2);
    FloatVector c13 = FloatVector.fromArray(WIDE, c[i + 1], j3);
    FloatVector c20 = FloatVector.fromArray(WIDE, c[i + 2], j);
    FloatVector c21 = FloatVector.fromArray(WIDE, c[i + 2], j1);
    FloatVector c22 = FloatVector.fromArray(WIDE, c[i + 2], j2);
    FloatVector c23 = FloatVector.fromArray(WIDE, c[i + 2], j3);
    FloatVector c30 = FloatVector.fromArray(WIDE, c[i + 3], j);
    FloatVector c31 = FloatVector.fromArray(WIDE, c[i + 3], j1);
    FloatVector c32 = FloatVector.fromArray(WIDE, c[i + 3], j2);
    FloatVector c33 = FloatVector.fromArray(WIDE, c[i + 3], j3);
    for (int k = from; k < to; k++) {
      float[] row = b[k];
      FloatVector b0 = FloatVector.fromArray(WIDE, row, j);
      FloatVector b1 = FloatVector.fromArray(WIDE, row, j1);
      FloatVector b2 = FloatVector.fromArray(WIDE, row, j2);
      FloatVector b3 = FloatVector.fromArray(WIDE, row, j3);
      FloatVector f0 = FloatVector.broadcast(WIDE, a0[aFrom + k]);
      c00 = f0.fma(b0, c00);
      c01 = f0.fma(b1, c01);
      c02 = f0.fma(b2, c02);
      c03 = f0.fma(b3, c03);
      FloatVector f1 = FloatVector.broadcast(WIDE, a1[aFrom + k]);
      c10 = f1.fma(b0, c10);
      c11 = f1.fma(b1, c11);
      c12 = f1.fma(b2, c12);
      c13 = f1.fma(b3, c13);
      FloatVector f2 = FloatVector.broadcast(WIDE, a2[aFrom + k]);
      c20 = f2.fma(b0, c20);
      c21 = f2.fma(b1, c21);
      c22 = f2.fma(b2, c22);
      c23 = f2.fma(b3, c23);
      FloatVector f3 = FloatVector.broadcast(WIDE, a3[aFrom + k]);
      c30 = f3.fma(b0, c30);
      c31 = f3.fma(b1, c31);
      c32 = f3.fma(b2, c32);
      c33 = f3.fma(b3, c33);
    }
    c00.intoArray(c[i], j);
    c01.intoArray(c[i], j1);
    c02.intoArray(c[i], j2);
    c03.intoArray(c[i], j3);
    c10.intoArray(c[i + 1], j);
    c11.intoArray(c[i + 1], j1);
    c12.intoArray(c[i + 1], j2);
    c13.intoArray(c[i + 1], j3);
    c20.intoArray(c[i + 2], j);
    c21.intoArray(c[i + 2], j1);
    c22.intoArray(c[i + 2], j2);
    c23.intoArray(c[i + 2], j3);
    c30.intoArray(c[i + 3], j);
    c31.intoArray(c[i + 3], j1);
    c32.intoArray(c[i + 3], j2);
    c33.intoArray(c[i + 3], j3);
  }

  private static void tile1x4(float[] c, float[] a, int aFrom, float[][] b, int from, int to, int j) {
    int j1 = j + W;
    int j2 = j1 + W;
    int j3 = j2 + W;
    FloatVector c0 = FloatVector.fromArray(WIDE, c, j);
    FloatVector c1 = FloatVector.fromArray(WIDE, c, j1);
    FloatVector c2 = FloatVector.fromArray(WIDE, c, j2);
    FloatVector c3 = FloatVector.fromArray(WIDE, c, j3);
    for (int k = from; k < to; k++) {
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

  /** Columns from {@code low} on, fewer than a vector. */
  private static void narrow(float[] c, float[] a, int aFrom, float[][] b, int from, int to, int low,
      int high) {
    int k = from;
    for (; k + 4 <= to; k += 4) {
      int s = aFrom + k;
      narrow4(c, a[s], b[k], a[s + 1], b[k + 1], a[s + 2], b[k + 2], a[s + 3], b[k + 3], low, high);
    }
    for (; k < to; k++) {
      row(c, a[aFrom + k], b[k], low, high);
    }
  }

  private static void narrow4(float[] c, float a0, float[] b0, float a1, float[] b1, float a2, float[] b2,
      float a3, float[] b3, int low, int high) {
    for (int j = low; j < high; j++) {
      c[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], c[j]))));
    }
  }

  private static void row(float[] c, float f, float[] b, int low, int high) {
    for (int j = low; j < high; j++) {
      c[j] = Math.fma(f, b[j], c[j]);
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

  private static void someTile1x1(float[] c, float[] a, int aFrom, float[][] b, int[] places, int count,
      int j) {
    FloatVector sum = FloatVector.fromArray(WIDE, c, j);
    for (int s = 0; s < count; s++) {
      int k = places[s];
      sum = FloatVector.broadcast(WIDE, a[aFrom + k]).fma(FloatVector.fromArray(WIDE, b[k], j), sum);
    }
    sum.intoArray(c, j);
  }

  private static void tile4x1(float[][] c, int i, float[][] a, int aFrom, float[][] b, int from, int to,
      int j) {
    float[] a0 = a[i];
    float[] a1 = a[i + 1];
    float[] a2 = a[i + 2];
    float[] a3 = a[i + 3];
    FloatVector c0 = FloatVector.fromArray(WIDE, c[i], j);
    FloatVector c1 = FloatVector.fromArray(WIDE, c[i + 1], j);
    FloatVector c2 = FloatVector.fromArray(WIDE, c[i + 2], j);
    FloatVector c3 = FloatVector.fromArray(WIDE, c[i + 3], j);
    for (int k = from; k < to; k++) {
      FloatVector row = FloatVector.fromArray(WIDE, b[k], j);
      c0 = FloatVector.broadcast(WIDE, a0[aFrom + k]).fma(row, c0);
      c1 = FloatVector.broadcast(WIDE, a1[aFrom + k]).fma(row, c1);
      c2 = FloatVector.broadcast(WIDE, a2[aFrom + k]).fma(row, c2);
      c3 = FloatVector.broadcast(WIDE, a3[aFrom + k]).fma(row, c3);
    }
    c0.intoArray(c[i], j);
    c1.intoArray(c[i + 1], j);
    c2.intoArray(c[i + 2], j);
    c3.intoArray(c[i + 3], j);
  }

  private static void tile1x1(float[] c, float[] a, int aFrom, float[][] b, int from, int to, int j) {
    FloatVector sum = FloatVector.fromArray(WIDE, c, j);
    for (int k = from; k < to; k++) {
      sum = FloatVector.broadcast(WIDE, a[aFrom + k]).fma(FloatVector.fromArray(WIDE, b[k], j), sum);
    }
    sum.intoArray(c, j);
  }

  private static void scalar4x2(float[][] c, int i, float[][] a, int aFrom, float[][] b, int from, int to,
      int j) {
    float[] a0 = a[i];
    float[] a1 = a[i + 1];
    float[] a2 = a[i + 2];
    float[] a3 = a[i + 3];
    float c00 = c[i][j];
    float c01 = c[i][j + 1];
    float c10 = c[i + 1][j];
    float c11 = c[i + 1][j + 1];
    float c20 = c[i + 2][j];
    float c21 = c[i + 2][j + 1];
    float c30 = c[i + 3][j];
    float c31 = c[i + 3][j + 1];
    for (int k = from; k < to; k++) {
      float b0 = b[k][j];
      float b1 = b[k][j + 1];
      c00 = Math.fma(a0[aFrom + k], b0, c00);
      c01 = Math.fma(a0[aFrom + k], b1, c01);
      c10 = Math.fma(a1[aFrom + k], b0, c10);
      c11 = Math.fma(a1[aFrom + k], b1, c11);
      c20 = Math.fma(a2[aFrom + k], b0, c20);
      c21 = Math.fma(a2[aFrom + k], b1, c21);
      c30 = Math.fma(a3[aFrom + k], b0, c30);
      c31 = Math.fma(a3[aFrom + k], b1, c31);
    }
    c[i][j] = c00;
    c[i][j + 1] = c01;
    c[i + 1][j] = c10;
    c[i + 1][j + 1] = c11;
    c[i + 2][j] = c20;
    c[i + 2][j + 1] = c21;
    c[i + 3][j] = c30;
    c[i + 3][j + 1] = c31;
  }

  private static void scalar1x1(float[] c, float[] a, int aFrom, float[][] b, int from, int to, int j) {
    float sum = c[j];
    for (int k = from; k < to; k++) {
      sum = Math.fma(a[aFrom + k], b[k][j], sum);
    }
    c[j] = sum;
  }
}
