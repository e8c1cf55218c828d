package app.inkling.mllib.digits;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;

/**
 * The network that reads digits: images [N, 784] to logits [N, 11], the ten digits and "not a digit".
 *
 * <pre>
 * 28 x 28 x 1   convolution 5 x 5, ReLU, max-pooling 2
 * 12 x 12 x 24  convolution 3 x 3, ReLU, convolution 3 x 3, ReLU, max-pooling 2
 *  6 x  6 x 40  convolution 3 x 3, ReLU, max-pooling 2
 *  3 x  3 x 64  dense, ReLU, dense; dropout before both
 * </pre>
 */
final class DigitNet {
  private static final int FIRST = 24;
  private static final int SECOND = 40;
  private static final int THIRD = 64;
  private static final int HIDDEN = 128;
  private static final float DROPOUT = 0.3f;

  private DigitNet() {}

  /** A network with random weights (He initialisation). */
  static Sequential create(Rng random) {
    Initializer he = Initializer.he(random);
    return new Sequential("digits",
        new Image(StrokeRenderer.SIDE, StrokeRenderer.SIDE, 1),
        new Conv2d("first", 1, FIRST, 5, Padding.VALID, he), new Relu(),
        new MaxPool2d(2, 2),
        new Conv2d("second", FIRST, SECOND, 3, Padding.SAME, he), new Relu(),
        new Conv2d("third", SECOND, SECOND, 3, Padding.SAME, he), new Relu(),
        new MaxPool2d(2, 2),
        new Conv2d("fourth", SECOND, THIRD, 3, Padding.SAME, he), new Relu(),
        new MaxPool2d(2, 2),
        new Flatten(),
        new Dropout(DROPOUT),
        new Dense("hidden", 3 * 3 * THIRD, HIDDEN, he), new Relu(),
        new Dropout(DROPOUT),
        new Dense("output", HIDDEN, DigitModel.CLASSES, he));
  }
}
