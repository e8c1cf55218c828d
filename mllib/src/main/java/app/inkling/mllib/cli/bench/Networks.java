package app.inkling.mllib.cli.bench;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import java.util.List;

/** The networks of the workloads: images of 28 x 28 to the logits of ten classes. */
public enum Networks {
  /** Perceptron 784-128-10. */
  W1 {
    @Override
    public Sequential create(Rng random) {
      Initializer he = Initializer.he(random);
      return new Sequential("w1", new Dense("hidden", PIXELS, 128, he), new Relu(),
          new Dense("output", 128, CLASSES, he));
    }
  },

  /** Two convolutions 5 x 5 with 8 and 16 filters, each with max-pooling, then 128-10. */
  W2 {
    @Override
    public Sequential create(Rng random) {
      Initializer he = Initializer.he(random);
      return new Sequential("w2", new Image(28, 28, 1),
          new Conv2d("first", 1, 8, 5, Padding.VALID, he), new Relu(), new MaxPool2d(2),
          new Conv2d("second", 8, 16, 5, Padding.VALID, he), new Relu(), new MaxPool2d(2),
          new Flatten(), new Dense("hidden", 256, 128, he), new Relu(),
          new Dense("output", 128, CLASSES, he));
    }
  };

  public static final int PIXELS = 784;
  public static final int CLASSES = 10;
  /** Share of an image that is paper, as in MNIST. */
  private static final float PAPER = 0.8f;

  /** With random weights. */
  public abstract Sequential create(Rng random);

  /** The network as a model to ask: one image in, probabilities out. */
  public static Sequential withSoftmax(Sequential network) {
    return new Sequential(network.name(), network, new Softmax());
  }

  public static Signature signature() {
    return new Signature(List.of(new TensorSpec("image", TensorSpec.Type.FLOAT32, 1, 28, 28, 1)),
        List.of(new TensorSpec("probabilities", TensorSpec.Type.FLOAT32, 1, CLASSES)));
  }

  /** Fills {@code image} with paper, 0, and ink of any darkness up to 1. */
  static void draw(float[] image, Rng random) {
    for (int j = 0; j < image.length; j++) {
      image[j] = random.nextFloat() < PAPER ? 0 : random.nextFloat();
    }
  }
}
