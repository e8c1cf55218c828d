package app.inkling.mllib.tflite;

import app.inkling.mllib.tflite.TfliteModel.TensorEntry;
import app.inkling.mllib.tflite.TfliteModel.Type;

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

  /**
   * A FLOAT32 constant in whole numbers from -127 to 127, by parts of equal size; the largest number of a
   * part in size becomes 127.
   */
  static TensorEntry symmetric(TensorEntry constant, int parts) {
    float[] values = TfliteModel.values(constant);
    float[] scales = new float[parts];
    byte[] integers = new byte[values.length];
    int length = values.length / parts;
    for (int part = 0; part < parts; part++) {
      float largest = 0;
      for (int i = part * length; i < (part + 1) * length; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      scales[part] = largest == 0 ? 1 : largest / 127;
      for (int i = part * length; i < (part + 1) * length; i++) {
        integers[i] = (byte) Math.max(-127, Math.min(127, Math.round(values[i] / scales[part])));
      }
    }
    return new TensorEntry(constant.name(), Type.INT8, constant.shape(), file -> file.put(integers),
        new Quantization(scales, 0), false);
  }
}
