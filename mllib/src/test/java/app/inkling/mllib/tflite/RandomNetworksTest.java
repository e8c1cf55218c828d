package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.inference.ExportedNetwork;
import app.inkling.mllib.nn.AdditiveAttention;
import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.BatchNorm;
import app.inkling.mllib.nn.Bidirectional;
import app.inkling.mllib.nn.CifgLstm;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.DotAttention;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Elu;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Gru;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.LastStep;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.LeakyRelu;
import app.inkling.mllib.nn.LogAveragePool2d;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.NormPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Residual;
import app.inkling.mllib.nn.Sequence;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.nn.SimpleRnn;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.nn.Softplus;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** Layers that nobody would put behind each other agree too: networks made at random, each its seed's. */
public class RandomNetworksTest {
  private static final int NETWORKS = 100;
  private static final int STEPS = 4;
  private static final int WORDS = 30;

  private Rng random;
  private Initializer weights;
  private int named;

  @Test
  public void randomNetworksAgree() throws Exception {
    for (int seed = 1; seed <= NETWORKS; seed++) {
      random = new Rng(seed);
      weights = Initializer.xavier(random);
      Layer network = ModelParity.shaken(network());
      ExportedNetwork exported = ExportedNetwork.whole(network, ExportOptions.DEFAULTS.withSteps(STEPS));
      ModelParity.assertAgrees(seed + ": " + network.describe(), exported, 2, WORDS, 1e-5f);
    }
  }

  /** A door, up to six layers that fit, and probabilities. */
  private Layer network() {
    List<Layer> layers = new ArrayList<>();
    Shape input = switch (random.nextInt(4)) {
      case 0 -> add(layers, new Dense("in", 9, size(), weights), Shape.of(9));
      case 1 -> add(layers, new Image(7, 8, 2), Shape.of(112));
      case 2 -> add(layers, new Sequence(STEPS, 5), Shape.of(5 * STEPS));
      default -> add(layers, new Embedding("in", WORDS, size(), weights), Shape.of(STEPS));
    };
    for (int i = random.nextInt(7); i > 0; i--) {
      Shape shape = new Sequential("so far", layers.toArray(new Layer[0])).outputShape(input);
      Layer next = shape.rank() == 3 ? image(shape.get(2)) : shape.rank() == 2 ? sequence(shape.get(1))
          : features(shape.get(0));
      if (fits(next, shape)) {
        layers.add(next);
      }
    }
    Shape shape = new Sequential("so far", layers.toArray(new Layer[0])).outputShape(input);
    if (shape.rank() > 1) {
      layers.add(shape.rank() == 2 && random.nextInt(2) == 0 ? new LastStep() : new Flatten());
      shape = layers.get(layers.size() - 1).outputShape(shape);
    }
    layers.add(new Dense("out", shape.get(0), 5, weights));
    layers.add(new Softmax());
    return new Sequential("random", layers.toArray(new Layer[0]));
  }

  /** Images become too small for some layers. */
  private static boolean fits(Layer layer, Shape shape) {
    try {
      layer.outputShape(shape);
      return true;
    } catch (ShapeException e) {
      return false;
    }
  }

  private static Shape add(List<Layer> layers, Layer door, Shape input) {
    layers.add(door);
    return input;
  }

  private Layer image(int channels) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> new Conv2d(name(), channels, size(), 1 + random.nextInt(3), 1 + random.nextInt(3),
          1 + random.nextInt(2), Padding.values()[random.nextInt(2)], random.nextInt(2) == 0, weights);
      case 2 -> new MaxPool2d(2);
      case 3 -> new AveragePool2d(2, 1);
      case 4 -> new NormPool2d(2, 1, 1 + random.nextInt(3));
      case 5 -> new LogAveragePool2d(2, 2, 1);
      case 6 -> new BatchNorm(name(), channels);
      case 7 -> new Residual(new Conv2d(name(), channels, channels, 3, Padding.SAME, weights));
      default -> element();
    };
  }

  private Layer sequence(int features) {
    return switch (random.nextInt(9)) {
      case 0 -> new SimpleRnn(name(), features, size(), weights);
      case 1 -> new Lstm(name(), features, size(), weights);
      case 2 -> new CifgLstm(name(), features, size(), weights);
      case 3 -> new Residual(new Gru(name(), features, features, weights));
      case 4 -> new Bidirectional(new Gru(name(), features, size(), weights),
          new Lstm(name(), features, size(), weights));
      case 5 -> new DotAttention(name(), features, size(), random.nextInt(2) == 0, weights);
      case 6 -> new AdditiveAttention(name(), features, size(), random.nextInt(2) == 0, weights);
      case 7 -> new EachStep(new Dense(name(), features, size(), weights));
      default -> element();
    };
  }

  private Layer features(int features) {
    return switch (random.nextInt(4)) {
      case 0 -> new Dense(name(), features, size(), random.nextInt(2) == 0, weights);
      case 1 -> new BatchNorm(name(), features);
      case 2 -> new Residual(new Dense(name(), features, features, weights));
      default -> element();
    };
  }

  private Layer element() {
    return switch (random.nextInt(6)) {
      case 0 -> new Relu();
      case 1 -> new Tanh();
      case 2 -> new Sigmoid();
      case 3 -> new LeakyRelu(0.2f);
      case 4 -> new Elu(0.5f);
      default -> new Softplus();
    };
  }

  private int size() {
    return 1 + random.nextInt(12);
  }

  private String name() {
    return "layer" + named++;
  }
}
