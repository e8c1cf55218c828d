package app.inkling.mllib.cli.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Max-pooling by 2: the larger of two lines, then of their even and odd numbers. For the rules that these
 * methods keep see {@link VectorKernels}.
 */
final class VectorPooling {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int W = WIDE.length();
  /** Every second lane, twice over. */
  private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(WIDE, i -> 2 * i % W);
  private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(WIDE, i -> 2 * i % W + 1);
  private static final VectorMask<Float> UPPER_HALF = VectorMask.fromLong(WIDE, (1L << W) - (1L << W / 2));

  private VectorPooling() {}

  /** See {@link app.inkling.mllib.kernel.Kernels#halve}. */
  static void halve(float[][] to, int at, int toPitch, float[][] from, int first, int pitch, int height,
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
}
