package app.inkling.mllib.tflite;

/**
 * How the integers of a tensor stand for real numbers: {@code real = scale * (integer - zeroPoint)}.
 *
 * @param scales one for the whole tensor, or one for each index of the first dimension (a convolution's
 *     outputs)
 */
record Quantization(float[] scales, int zeroPoint) {
  Quantization(float scale, int zeroPoint) {
    this(new float[] {scale}, zeroPoint);
  }
}
