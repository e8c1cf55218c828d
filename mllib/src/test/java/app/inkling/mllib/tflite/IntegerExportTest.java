package app.inkling.mllib.tflite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.ExportedNetwork;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.BatchNorm;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.LayerNorm;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Residual;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tflite.Calibration.Range;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.tensorflow.lite.DataType;
import org.tensorflow.lite.Interpreter;
import org.tensorflow.lite.Tensor;

/** Dense and convolutional networks in 8-bit integers throughout. */
public class IntegerExportTest {
  private final Rng random = new Rng(77);
  private final Initializer weights = Initializer.he(random);

  /** Probabilities come in steps of 1/256, after layers that each round to 1/255 of their range. */
  @Test
  public void everyLayerItKnowsStaysNearTheForwardPass() throws Exception {
    for (Layer network : new Layer[] {dense(), bent(), convolutional(Padding.SAME, 1),
        convolutional(Padding.VALID, 2), convolutional(Padding.SAME, 3)}) {
      List<float[]> examples = noise(100, inputs(network));
      ExportedNetwork integers = ExportedNetwork.whole(ModelParity.shaken(network),
          ExportOptions.DEFAULTS.withCalibration(examples));
      Bindings expected = new Bindings(integers.signature());
      InferenceEngine java = integers.javaEngine();
      for (InferenceEngine engine : DesktopRuntimes.open(integers.file())) {
        assertEquals(integers.signature(), engine.signature());
        Bindings got = new Bindings(engine.signature());
        double sum = 0;
        for (int i = 0; i < 20; i++) {
          System.arraycopy(examples.get(i), 0, expected.floatInput("input"), 0, examples.get(i).length);
          got.copyInputs(expected);
          java.run(expected);
          engine.run(got);
          float difference = got.largestOutputDifference(expected);
          assertTrue(network.describe() + " in " + engine.name() + ": " + difference, difference < 0.08);
          sum += difference;
        }
        assertTrue(network.describe() + " in " + engine.name() + ": mean " + sum / 20, sum / 20 < 0.03);
        engine.close();
      }
    }
  }

  @Test
  public void edgesCanBeIntegersTooWithTheirScalesInTheFile() throws Exception {
    DesktopRuntimes.requirePlatform();
    Layer network = dense();
    List<float[]> examples = noise(100, 12);
    ExportOptions options = ExportOptions.DEFAULTS.withCalibration(examples);
    byte[] file = TfliteExporter.export(network, options.withIntegerEdges()).file();
    InferenceEngine floats = new Tflite26Engine(ExportedNetwork.whole(network, options).file(), false);
    Bindings expected = new Bindings(floats.signature());
    ByteBuffer direct = ByteBuffer.allocateDirect(file.length).order(ByteOrder.nativeOrder()).put(file);
    try (Interpreter interpreter = new Interpreter(direct.rewind())) {
      Tensor in = interpreter.getInputTensor(0);
      Tensor out = interpreter.getOutputTensor(0);
      assertEquals(DataType.INT8, in.dataType());
      assertEquals(DataType.INT8, out.dataType());
      byte[][] bytes = new byte[1][12];
      byte[][] probabilities = new byte[1][4];
      for (float[] example : examples.subList(0, 10)) {
        System.arraycopy(example, 0, expected.floatInput("input"), 0, 12);
        floats.run(expected);
        for (int i = 0; i < 12; i++) {
          int whole = Math.round(example[i] / in.quantizationParams().getScale());
          bytes[0][i] = (byte) (whole + in.quantizationParams().getZeroPoint());
        }
        interpreter.run(bytes, probabilities);
        for (int k = 0; k < 4; k++) {
          assertEquals(expected.floatOutput("output")[k], (probabilities[0][k] + 128) / 256f, 1e-6);
        }
      }
    }
  }

  @Test
  public void refusesWhatItCannotPutInIntegersByName() {
    ExportException e = assertThrows(ExportException.class, () -> export(new Sequential("normed",
        new Dense("d", 3, 4, weights), new LayerNorm("norm", 4)), noise(5, 3)));
    assertTrue(e.getMessage(), e.getMessage().startsWith("Export of \"normed\": cannot express layer "
        + "layerNorm(name=norm, features=4) in integers; what can be expressed: Image, "));
    assertTrue(e.getMessage(), e.getMessage().endsWith("BatchNorm right behind Conv2d or Dense"));
  }

  @Test
  public void refusesExamplesThatAreMissingOfAnotherSizeOrNotFinite() {
    Dense network = new Dense("d", 3, 4, weights);
    assertEquals("Export of \"Dense\": no examples; int8 wants typical inputs, a few hundred, to see the "
        + "range of each tensor",
        assertThrows(ExportException.class, () -> export(network, List.of())).getMessage());
    assertEquals("Export of \"Dense\": an example for calibration has 4 numbers; wants 3",
        assertThrows(ExportException.class, () -> export(network, noise(1, 4))).getMessage());
    assertThrows(ExportException.class, () -> export(network, List.of(new float[] {0, Float.NaN, 0})));
    assertThrows(ExportException.class,
        () -> export(network, List.of(new float[] {0, Float.POSITIVE_INFINITY, 0})));
  }

  @Test
  public void rangesBecomeScalesInWhichZeroIsExact() {
    assertEquals(0, IntegerModel.of(new Range(0, 0)).zeroPoint());
    assertEquals(-128, IntegerModel.of(new Range(0, 255)).zeroPoint());
    assertEquals(1, IntegerModel.of(new Range(0, 255)).scales()[0], 0);
    assertEquals(127, IntegerModel.of(new Range(-3, 0)).zeroPoint());
    Quantization both = IntegerModel.of(new Range(-1, 3));
    assertEquals(4 / 255f, both.scales()[0], 1e-7);
    assertEquals(-64, both.zeroPoint());
  }

  private static void export(Layer network, List<float[]> examples) throws ExportException {
    TfliteExporter.export(network, ExportOptions.DEFAULTS.withCalibration(examples));
  }

  private Layer dense() {
    return new Sequential("dense", new Dense("a", 12, 32, weights), new BatchNorm("norm", 32), new Relu(),
        new Dropout(0.1f), new Residual(new Sequential("inner", new Dense("b", 32, 32, weights), new Tanh())),
        new Sigmoid(), new Dense("c", 32, 4, false, weights), new Softmax());
  }

  /** All that comes out went through a tanh. */
  private Layer bent() {
    return new Sequential("bent", new Dense("a", 12, 32, weights), new Tanh(), new Dense("b", 32, 4, weights),
        new Softmax());
  }

  private Layer convolutional(Padding padding, int stride) {
    int height = padding.outputSize(11, 2, stride) / 2;
    int width = padding.outputSize(10, 2, stride) / 2;
    return new Sequential("conv", new Image(11, 10, 2),
        new Conv2d("a", 2, 6, 2, 2, stride, padding, true, weights), new Relu(), new MaxPool2d(2),
        new Conv2d("b", 6, 5, 1, Padding.VALID, weights), new Relu(), new AveragePool2d(1), new Flatten(),
        new Dense("c", 5 * height * width, 4, weights), new Softmax());
  }

  private static int inputs(Layer network) {
    return network.describe().contains("image(") ? 220 : 12;
  }

  private List<float[]> noise(int count, int size) {
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] row = new float[size];
      for (int j = 0; j < size; j++) {
        row[j] = (float) random.nextGaussian();
      }
      rows.add(row);
    }
    return rows;
  }
}
