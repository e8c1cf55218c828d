package app.inkling.mllib.train;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;

/** A small network for images of noise, each with a class of its own: it can only learn them by heart. */
final class SmallVision implements Objective {
  private static final int SIDE = 8;
  private static final int CLASSES = 10;

  final Sequential network;

  SmallVision(long seed) {
    Initializer he = Initializer.he(new Rng(seed));
    network = new Sequential("small", new Image(SIDE, SIDE, 1),
        new Conv2d("first", 1, 6, 3, Padding.SAME, he), new Relu(), new MaxPool2d(2),
        new Conv2d("second", 6, 8, 3, Padding.VALID, he), new Relu(), new Flatten(),
        new Dense("hidden", 32, 24, he), new Relu(), new Dense("out", 24, CLASSES, he));
  }

  @Override
  public Shard record(Graph graph, int examples) {
    Tensor images = Tensor.zeros(Shape.of(examples, SIDE * SIDE));
    Labels labels = new Labels(examples);
    Rng noise = new Rng(0);
    Var loss = new SoftmaxCrossEntropy().apply(network.apply(graph.input(images)), labels);
    return new Shard() {
      @Override
      public Var loss() {
        return loss;
      }

      @Override
      public void load(int[] batch, int from, Rng rng) {
        for (int n = 0; n < examples; n++) {
          noise.seed(batch[from + n]);
          float[] image = images.rows()[n];
          for (int j = 0; j < image.length; j++) {
            image[j] = noise.nextFloat();
          }
          labels.set(n, batch[from + n] % CLASSES, 1);
        }
      }
    };
  }
}
