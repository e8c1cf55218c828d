package app.inkling.mllib.tflite;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.JavaEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/**
 * An exported network answers in TensorFlow Lite 2.6 and 2.20, with and without XNNPACK, what it answers in
 * our own forward pass: probabilities within 1e-5 and the same arg max.
 */
public class ExportParityTest {
  private final Rng random = new Rng(2026);

  @Test
  public void denseNetworksAgree() throws Exception {
    int[][] sizes = {{1, 2}, {3, 5, 2}, {7, 1, 4}, {64, 33, 17, 10}, {784, 300, 11}};
    for (int[] size : sizes) {
      List<Layer> layers = new ArrayList<>();
      for (int i = 1; i < size.length; i++) {
        layers.add(new Dense("dense" + i, size[i - 1], size[i], i % 2 == 1, noisy()));
        layers.add(i == size.length - 1 ? new Softmax() : activation(i));
      }
      agree(network("dense", layers), noise(50, size[0]));
    }
  }

  @Test
  public void convolutionsOfOddSizesPaddingsAndStridesAgree() throws Exception {
    for (Padding padding : Padding.values()) {
      for (int stride = 1; stride <= 3; stride++) {
        for (int[] kernel : new int[][] {{1, 1}, {2, 2}, {3, 3}, {5, 5}, {3, 1}, {2, 4}}) {
          int height = padding.outputSize(9, kernel[0], stride);
          int width = padding.outputSize(11, kernel[1], stride);
          Sequential network = new Sequential("conv", new Image(9, 11, 3),
              new Conv2d("conv", 3, 5, kernel[0], kernel[1], stride, padding, stride != 2, noisy()),
              stride == 3 ? new Tanh() : new Relu(), new Flatten(),
              new Dense("out", 5 * height * width, 4, noisy()), new Softmax());
          agree(network, noise(10, 9 * 11 * 3));
        }
      }
    }
  }

  @Test
  public void filtersWithHolesAgree() throws Exception {
    for (Padding padding : Padding.values()) {
      for (int[] kernel : new int[][] {{3, 3}, {2, 3}}) {
        for (int dilation = 2; dilation <= 3; dilation++) {
          int height = padding.outputSize(9, Padding.span(kernel[0], dilation), 1);
          int width = padding.outputSize(11, Padding.span(kernel[1], dilation), 1);
          Sequential network = new Sequential("conv", new Image(9, 11, 3),
              new Conv2d("conv", 3, 5, kernel[0], kernel[1], 1, dilation, padding, true, noisy()), new Relu(),
              new Flatten(), new Dense("out", 5 * height * width, 4, noisy()), new Softmax());
          agree(network, noise(10, 9 * 11 * 3));
        }
      }
    }
  }

  @Test
  public void poolingAgreesAlsoWhereWindowsOverlapOrLeaveARest() throws Exception {
    for (int[] window : new int[][] {{2, 2}, {3, 2}, {3, 3}, {2, 3}, {1, 2}}) {
      for (boolean highest : new boolean[] {true, false}) {
        int rows = (10 - window[0]) / window[1] + 1;
        int columns = (7 - window[0]) / window[1] + 1;
        Sequential network = new Sequential("pool", new Image(10, 7, 2),
            highest ? new MaxPool2d(window[0], window[1]) : new AveragePool2d(window[0], window[1]),
            new Relu(), new Flatten(), new Dense("out", rows * columns * 2, 3, noisy()), new Softmax());
        agree(network, noise(10, 10 * 7 * 2));
      }
    }
  }

  @Test
  public void nestedSequencesDropoutAndImagesOnTheWayAgree() throws Exception {
    Sequential network = new Sequential("nested", new Dense("in", 6, 24, noisy()), new Dropout(0.5f),
        new Relu(),
        new Sequential("inner", new Image(3, 4, 2), new Relu(),
            new Conv2d("conv", 2, 3, 2, Padding.SAME, noisy()), new Relu(), new Relu()),
        new Flatten(), new Dense("out", 36, 3, noisy()), new Softmax());
    agree(network, noise(20, 6));
  }

  @Test
  public void leNetAgreesOnThousandDigits() throws Exception {
    agree(leNet(), DigitImages.committed());
  }

  @Test
  public void leNetAgreesOnFiveThousandDigits() throws Exception {
    agree(leNet(), DigitImages.validation());
  }

  @Test
  public void signatureHasTheNamesAndShapesGiven() throws Exception {
    byte[] file = TfliteExporter.export(leNet(), "image", "probabilities");
    for (InferenceEngine engine : DesktopRuntimes.open(file)) {
      try (engine) {
        assertEquals(new Signature(List.of(new TensorSpec("image", TensorSpec.Type.FLOAT32, 1, 28, 28, 1)),
            List.of(new TensorSpec("probabilities", TensorSpec.Type.FLOAT32, 1, 11))), engine.signature());
        if (engine instanceof Tflite26Engine old) {
          assertArrayEquals(new String[] {"serving_default"}, old.signatureNames());
        }
      }
    }
  }

  private Sequential leNet() {
    return new Sequential("lenet", new Image(28, 28, 1), new Conv2d("c1", 1, 6, 5, Padding.SAME, noisy()),
        new Relu(), new MaxPool2d(2), new Conv2d("c2", 6, 16, 5, Padding.VALID, noisy()), new Relu(),
        new MaxPool2d(2), new Flatten(), new Dense("d1", 400, 120, noisy()), new Relu(), new Dropout(0.3f),
        new Dense("d2", 120, 84, noisy()), new Relu(), new Dense("d3", 84, 11, noisy()), new Softmax());
  }

  private static Sequential network(String name, List<Layer> layers) {
    return new Sequential(name, layers.toArray(new Layer[0]));
  }

  private static Layer activation(int kind) {
    return kind % 3 == 0 ? new Tanh() : kind % 3 == 1 ? new Relu() : new Sigmoid();
  }

  /** Weights of the usual size. Biases are filled in before the comparison: a bias that is lost must show. */
  private Initializer noisy() {
    return Initializer.he(random);
  }

  private List<float[]> noise(int count, int size) {
    List<float[]> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] input = new float[size];
      for (int j = 0; j < size; j++) {
        input[j] = (float) random.nextGaussian();
      }
      inputs.add(input);
    }
    return inputs;
  }

  private void agree(Sequential network, List<float[]> inputs) throws Exception {
    network.parameters().stream().filter(parameter -> parameter.name().endsWith("bias"))
        .forEach(parameter -> fillWithNoise(parameter.value()));
    byte[] file = TfliteExporter.export(network, "in", "out");
    assertArrayEquals("the same bytes again", file, TfliteExporter.export(network, "in", "out"));
    JavaEngine java = new JavaEngine(network, signature(network, inputs));
    Parity.assertAgrees(network.describe(), file, java, inputs);
  }

  private static Signature signature(Sequential network, List<float[]> inputs) {
    int size = inputs.get(0).length;
    int[] shape = network.layers().get(0) instanceof Image image
        ? new int[] {1, image.height(), image.width(), image.channels()} : new int[] {1, size};
    int outputs = network.outputShape(Shape.of(size)).size();
    return new Signature(List.of(new TensorSpec("in", TensorSpec.Type.FLOAT32, shape)),
        List.of(new TensorSpec("out", TensorSpec.Type.FLOAT32, 1, outputs)));
  }

  private void fillWithNoise(Tensor tensor) {
    for (float[] row : tensor.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
  }
}
