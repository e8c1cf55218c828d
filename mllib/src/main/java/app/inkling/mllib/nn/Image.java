package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;

/**
 * The door for images: rows [N, height * width * channels], each in the order line, column, channel, become
 * planes [C, H, W, N].
 */
public final class Image implements Layer {
  private final int height;
  private final int width;
  private final int channels;

  public Image(int height, int width, int channels) {
    LayerShapes.requirePositive("Image", "height", height);
    LayerShapes.requirePositive("Image", "width", width);
    LayerShapes.requirePositive("Image", "channels", channels);
    this.height = height;
    this.width = width;
    this.channels = channels;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  public int channels() {
    return channels;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("Image", x));
    return ImageOps.image(x, height, width, channels);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireFeatures("Image", perExample);
    int wanted = height * width * channels;
    if (perExample.get(0) != wanted) {
      throw new ShapeException("Image: wants " + height + " x " + width + " x " + channels + " = " + wanted
          + " numbers of each example, got " + perExample + "; are the images of another size?");
    }
    return Shape.of(height, width, channels);
  }

  @Override
  public String describe() {
    return new Description("image").with("height", height).with("width", width)
        .with("channels", channels).toString();
  }
}
