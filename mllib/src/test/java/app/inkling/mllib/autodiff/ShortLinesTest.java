package app.inkling.mllib.autodiff;

import static org.junit.Assert.assertArrayEquals;

import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import org.junit.Test;

public class ShortLinesTest {
  private static final int MANY = 64;

  private final Rng random = new Rng(5);

  /** One image alone has short lines, {@value #MANY} together have long ones. */
  @Test
  public void oneImageGivesToTheBitWhatItGivesAmongMany() {
    for (Padding padding : Padding.values()) {
      for (int stride = 1; stride <= 3; stride++) {
        for (int size = 1; size <= 5; size += 2) {
          compare(padding, stride, 1, size, size);
          compare(padding, stride, 1, size, 2);
          compare(padding, stride, 2, (size + 1) / 2, 3);
        }
      }
    }
  }

  private void compare(Padding padding, int stride, int dilation, int windowHeight, int windowWidth) {
    int channels = 2;
    int height = 7;
    int width = 9;
    Parameter w = new Parameter("w", Tensor.zeros(Shape.of(3, channels * windowHeight * windowWidth)));
    Parameter b = new Parameter("b", Tensor.zeros(Shape.of(3)));
    Tensor many = Tensor.planes(Shape.of(channels, height, width, MANY));
    fill(w.value());
    fill(b.value());
    fill(many);
    Graph together = new Graph();
    float[] all = ImageOps.conv2d(together.input(many), together.parameter(w), together.parameter(b),
        windowHeight, windowWidth, stride, dilation, padding).value().toArray();
    Tensor one = Tensor.planes(Shape.of(channels, height, width, 1));
    Graph alone = new Graph();
    Var out = ImageOps.conv2d(alone.input(one), alone.parameter(w), alone.parameter(b), windowHeight,
        windowWidth, stride, dilation, padding);
    for (int n = 0; n < 3; n++) {
      one.copyFrom(every(many.toArray(), n));
      alone.forward();
      assertArrayEquals(padding + ", stride " + stride + ", dilation " + dilation + ", " + windowHeight + " x "
          + windowWidth,
          every(all, n), out.value().toArray(), 0);
    }
  }

  /** Image {@code n} of images whose batch is innermost. */
  private static float[] every(float[] images, int n) {
    float[] image = new float[images.length / MANY];
    for (int i = 0; i < image.length; i++) {
      image[i] = images[i * MANY + n];
    }
    return image;
  }

  private void fill(Tensor tensor) {
    for (float[] row : tensor.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
  }
}
