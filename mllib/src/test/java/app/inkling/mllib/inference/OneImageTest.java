package app.inkling.mllib.inference;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Identity;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import org.junit.Test;

/** Holds one image's way through a network to the layers' own ops: the same numbers, to the bit. */
public class OneImageTest {
  private static final int HEIGHT = 15;
  private static final int WIDTH = 13;
  private static final int CHANNELS = 2;

  private final Rng random = new Rng(11);
  private final Initializer weights = Initializer.he(random);

  @Test
  public void anyWindowGivesWhatTheLayerGives() {
    for (Padding padding : Padding.values()) {
      for (int height = 1; height <= 5; height++) {
        for (int width = 1; width <= 4; width++) {
          compare(new Conv2d("c", CHANNELS, 5, height, width, 1, padding, true, weights), new Flatten());
          compare(new Conv2d("c", CHANNELS, 3, height, width, 1, 2, padding, false, weights), new Relu());
        }
      }
    }
  }

  @Test
  public void convolutionsInARowShareTheirLines() {
    compare(conv("a", CHANNELS, 4, 3, Padding.SAME), new Relu(), conv("b", 4, 9, 5, Padding.SAME), new Relu(),
        conv("c", 9, 3, 2, Padding.VALID), conv("d", 3, 6, 4, Padding.SAME), new Flatten(),
        new Dense("e", 14 * 12 * 6, 7, weights));
  }

  @Test
  public void poolsOfAnySizeBetweenConvolutions() {
    for (int size = 1; size <= 3; size++) {
      for (int stride = 1; stride <= 3; stride++) {
        compare(conv("a", CHANNELS, 4, 3, Padding.SAME), new Relu(), new MaxPool2d(size, stride),
            conv("b", 4, 5, 3, Padding.SAME), new MaxPool2d(size, stride), new Relu(), new Flatten());
      }
    }
  }

  @Test
  public void poolBeforeTheFirstConvolutionAndNestedLayers() {
    Sequential inner = new Sequential("inner", new MaxPool2d(2), new Dropout(0.5f), new Identity(),
        conv("a", CHANNELS, 4, 3, Padding.SAME), new Relu());
    compare(inner, new MaxPool2d(2), new Flatten(), new Dense("b", 3 * 3 * 4, 5, weights));
  }

  /** What has no form on planes goes on with its own op. */
  @Test
  public void otherLayersTakeOver() {
    Conv2d strided = new Conv2d("s", 4, 3, 3, 3, 2, Padding.SAME, true, weights);
    compare(conv("a", CHANNELS, 4, 3, Padding.SAME), new Relu(), strided, new Relu(), new Flatten());
    compare(conv("a", CHANNELS, 4, 3, Padding.SAME), new Tanh(), new AveragePool2d(2), new Flatten());
    compare(new MaxPool2d(2), new Flatten());
    compare(new Flatten(), new Dense("d", HEIGHT * WIDTH * CHANNELS, 4, weights));
  }

  @Test
  public void weightsAreLiveAndRunsLeaveNoTrace() {
    Conv2d first = conv("a", CHANNELS, 4, 3, Padding.SAME);
    Sequential network = network(first, new Relu(), conv("b", 4, 5, 3, Padding.SAME), new Flatten());
    Graph graph = new Graph();
    Tensor x = Tensor.zeros(Shape.of(1, HEIGHT * WIDTH * CHANNELS));
    Var y = OneImage.apply(network, graph.input(x));
    for (int run = 0; run < 3; run++) {
      fill(x);
      first.weight().value().rows()[run][run] = 5;
      first.bias().value().fill(run);
      graph.forward();
      assertArrayEquals("run " + run, network.apply(new Graph().input(x)).value().toArray(),
          y.value().toArray(), 0);
    }
  }

  private Conv2d conv(String name, int inputs, int outputs, int size, Padding padding) {
    return new Conv2d(name, inputs, outputs, size, padding, weights);
  }

  private static Sequential network(Layer... layers) {
    Layer[] all = new Layer[layers.length + 1];
    all[0] = new Image(HEIGHT, WIDTH, CHANNELS);
    System.arraycopy(layers, 0, all, 1, layers.length);
    return new Sequential("network", all);
  }

  private void compare(Layer... layers) {
    Sequential network = network(layers);
    Tensor x = Tensor.zeros(Shape.of(1, HEIGHT * WIDTH * CHANNELS));
    fill(x);
    Var wanted = network.apply(new Graph().input(x));
    Var got = OneImage.apply(network, new Graph().input(x));
    assertEquals(wanted.shape(), got.shape());
    assertTrue(network.describe(), wanted.value().sameLayout(got.value()));
    assertArrayEquals(network.describe(), wanted.value().toArray(), got.value().toArray(), 0);
  }

  private void fill(Tensor tensor) {
    for (float[] row : tensor.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
  }
}
