package app.inkling.mllib.tflite;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tflite.TfliteModel.TensorEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class PrecisionTest {
  @Test
  public void everyNumberThatA16BitFloatHoldsIsKept() {
    for (int bits = 0; bits < 0x7c00; bits++) {
      assertEquals((short) bits, Float16Weights.half(decoded(bits)));
      assertEquals((short) (0x8000 | bits), Float16Weights.half(-decoded(bits)));
    }
  }

  @Test
  public void everythingBetweenGoesToTheNearestAndFromTheMiddleToTheEvenOne() {
    for (int bits = 0; bits < 0x7bff; bits++) {
      float low = decoded(bits);
      float high = decoded(bits + 1);
      float middle = (low + high) / 2; // exact: a float has more digits
      assertEquals((short) (bits + bits % 2), Float16Weights.half(middle));
      assertEquals((short) bits, Float16Weights.half(Math.nextDown(middle)));
      assertEquals((short) (bits + 1), Float16Weights.half(Math.nextUp(middle)));
    }
  }

  @Test
  public void refusesWeightsThatA16BitFloatCannotHold() {
    Dense dense = new Dense("d", 32, 32, Initializer.zero());
    dense.weight().value().rows()[3][4] = -70000;
    ExportException e = assertThrows(ExportException.class, () -> TfliteExporter.export(
        new Sequential("big", dense), ExportOptions.DEFAULTS.withPrecision(Precision.FLOAT16)));
    assertEquals("Export of \"big\": layer1/dense/weights holds -70000.0, which a 16-bit float can't; wants "
        + "at most 65504.0 in size: use float32", e.getMessage());
  }

  @Test
  public void eightBitsReachTheLargestWeightOfEachPartAndAreOffByHalfAStepAtMost() {
    float[] values = {0.1f, -2, 1, 0.33f, 0, 0, 500, -250, 3};
    TensorEntry quantized = Quantization.symmetric(constant(values), 3);
    byte[] integers = new byte[values.length];
    quantized.data().put(ByteBuffer.wrap(integers));
    assertArrayEquals(new float[] {2 / 127f, 0.33f / 127, 500 / 127f}, quantized.quantization().scales(), 0);
    for (int i = 0; i < values.length; i++) {
      float scale = quantized.quantization().scales()[i / 3];
      assertTrue(i + "", Math.abs(scale * integers[i] - values[i]) <= 0.5001f * scale);
    }
    assertEquals(-127, integers[1]);
    TensorEntry nothing = Quantization.symmetric(constant(new float[2]), 1);
    assertArrayEquals(new float[] {1}, nothing.quantization().scales(), 0);
  }

  @Test
  public void convolutionsHaveAScaleForEachOutputAndMatricesOne() throws ExportException {
    Sequential network = new Sequential("n", new Image(4, 4, 8),
        new Conv2d("c", 8, 20, 3, Padding.SAME, Initializer.zero()), new Flatten(),
        new Dense("d", 320, 5, Initializer.zero()));
    TfliteModel model =
        new ModelExport(network, ExportOptions.DEFAULTS).model(RecurrentExport.Start.ZEROS);
    DynamicRangeWeights.apply(model);
    List<Integer> scales = new ArrayList<>();
    for (TensorEntry tensor : model.tensors) {
      if (tensor.quantization() != null) {
        scales.add(tensor.quantization().scales().length);
      }
    }
    assertEquals(List.of(20, 1), scales);
  }

  @Test
  public void namesAreThoseOfOptions() {
    assertEquals("float32", Precision.FLOAT32.toString());
    assertEquals("dynamic-int8", Precision.DYNAMIC_INT8.toString());
  }

  private static TensorEntry constant(float[] values) {
    TfliteModel model = new TfliteModel("m");
    return model.tensors.get(model.constant("w", values, values.length));
  }

  /** IEEE 754-2008, 3.4: binary16. */
  private static float decoded(int bits) {
    int exponent = bits >> 10;
    int fraction = bits & 0x3ff;
    return (float) (exponent == 0 ? fraction * 0x1p-24
        : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15));
  }
}
