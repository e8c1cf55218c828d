package app.inkling.mllib.tflite;

import app.inkling.mllib.tflite.TfliteModel.OperatorEntry;
import app.inkling.mllib.tflite.TfliteModel.TensorEntry;
import app.inkling.mllib.tflite.TfliteModel.Type;
import app.inkling.mllib.tflite.TfliteOperator.Versioned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Weights as 16-bit floats, each followed by a DEQUANTIZE that the runtimes fold away: the builtin kernels
 * run it once, XNNPACK and GPUs take the weights as they are.
 */
final class Float16Weights {
  private static final float LARGEST = 65504;

  private Float16Weights() { }

  static void apply(TfliteModel model) throws ExportException {
    int at = 0;
    for (int tensor : WeightOperands.of(model)) {
      TensorEntry weight = model.tensors.get(tensor);
      byte[] bytes = halves(model, tensor);
      int half = model.add(weight.name() + "/float16", Type.FLOAT16, weight.shape(), file -> file.put(bytes));
      model.tensors.set(tensor,
          new TensorEntry(weight.name(), Type.FLOAT32, weight.shape(), null, null, false));
      model.operators.add(at++, new OperatorEntry(new Versioned(TfliteOperator.DEQUANTIZE, 3),
          OperatorOptions.DEFAULTS, new int[] {half}, new int[] {tensor}));
    }
  }

  private static byte[] halves(TfliteModel model, int tensor) throws ExportException {
    float[] values = model.values(tensor);
    ByteBuffer data = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      if (Math.abs(value) > LARGEST) {
        throw new ExportException("Export of \"" + model.description + "\": "
            + model.tensors.get(tensor).name() + " holds " + value
            + ", which a 16-bit float can't; wants at most " + LARGEST + " in size: use float32");
      }
      data.putShort(half(value));
    }
    return data.array();
  }

  /**
   * The nearest 16-bit float (IEEE 754 binary16), the even one of two, for values of at most {@link #LARGEST}
   * in size.
   */
  static short half(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int size = bits & 0x7fffffff;
    if (size < 0x38800000) { // below 2^-14: in steps of 2^-24, and rint rounds to even
      return (short) (sign | (int) Math.rint(Math.abs(value) * 0x1p24));
    }
    int rounded = size + 0xfff + (size >>> 13 & 1);
    return (short) (sign | rounded - 0x38000000 >>> 13);
  }
}
