package app.inkling.mllib.model.vision;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;

/**
 * LeNet-5, the network that read cheques (LeCun et al. 1998, "Gradient-based learning applied to document
 * recognition"), for images of 28 x 28.
 *
 * <pre>
 * 28 x 28 x 1   convolution 5 x 5, the image padded by 2 as if it were 32 x 32      156 parameters
 * 28 x 28 x 6   mean of 2 x 2
 * 14 x 14 x 6   convolution 5 x 5                                                  2,416
 * 10 x 10 x 16  mean of 2 x 2
 *  5 x 5 x 16   dense (there a convolution 5 x 5, which on 5 x 5 is the same)     48,120
 * 120           dense                                                             10,164
 * 84            dense                                                                850
 * </pre>
 *
 * A filter looks for the same thing everywhere, with the same few weights: 156 where a dense layer from
 * image to 28 x 28 x 6 would have 3.7 million. Three things are of today: the second convolution sees all
 * maps instead of a chosen few, pooling has no weights, and the end is a softmax instead of distances to
 * drawn digits.
 */
public final class LeNet5 {
  private LeNet5() {}

  /** Images [N, 784] to logits [N, 10], with random weights. */
  public static Sequential create(Rng random) {
    Initializer weights = Initializer.xavier(random);
    return new Sequential("lenet5", new Image(28, 28, 1),
        new Conv2d("c1", 1, 6, 5, Padding.SAME, weights), new Tanh(), new AveragePool2d(2),
        new Conv2d("c3", 6, 16, 5, Padding.VALID, weights), new Tanh(), new AveragePool2d(2), new Flatten(),
        new Dense("c5", 400, 120, weights), new Tanh(),
        new Dense("f6", 120, 84, weights), new Tanh(),
        new Dense("output", 84, 10, weights));
  }
}
