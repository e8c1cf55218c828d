package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;

/** The checks at the layers' door, which name the layer. */
final class LayerShapes {
  private LayerShapes() {}

  static void requireFeatures(String who, Shape perExample) {
    if (perExample.rank() != 1) {
      throw new ShapeException(who + ": wants [features] of each example, got " + perExample
          + "; is a Flatten missing before it?");
    }
  }

  static void requireImage(String who, Shape perExample) {
    if (perExample.rank() != 3) {
      throw new ShapeException(who + ": wants [height, width, channels] of each example, got " + perExample
          + "; is an Image layer missing before it?");
    }
  }

  /** What pooling leaves of an image: one pixel for each window of size x size that lies inside it. */
  static Shape pooled(String who, Shape perExample, int size, int stride) {
    requireImage(who, perExample);
    int height = Padding.VALID.outputSize(perExample.get(0), size, stride);
    int width = Padding.VALID.outputSize(perExample.get(1), size, stride);
    if (height < 1 || width < 1) {
      throw new ShapeException(who + ": wants images of at least " + size + " x " + size + ", got "
          + perExample.get(0) + " x " + perExample.get(1) + "; use fewer or smaller layers before it");
    }
    return Shape.of(height, width, perExample.get(2));
  }

  static void requireSequence(String who, Shape perExample, String advice) {
    if (perExample.rank() != 2) {
      throw new ShapeException(who + ": wants [steps, features] of each example, got " + perExample
          + "; " + advice);
    }
  }

  /** [steps, features] with so many features. */
  static void requireSequence(String who, Shape perExample, int features) {
    requireSequence(who, perExample, "is a Sequence or an Embedding missing before it?");
    if (perExample.get(1) != features) {
      throw new ShapeException(who + ": wants " + features + " features at each step, got " + perExample
          + "; did the features change?");
    }
  }

  /**
   * Shape of one example of {@code x}: [features] of a matrix, [height, width, channels] of images in planes,
   * [steps, features] of sequences [steps, examples, features].
   */
  static Shape perExample(String who, Var x) {
    Shape shape = x.shape();
    if (shape.rank() == 2) {
      return Shape.of(shape.get(1));
    }
    if (shape.rank() == 4 && x.value().rowLength() == shape.get(2) * shape.get(3)) {
      return Shape.of(shape.get(1), shape.get(2), shape.get(0));
    }
    if (shape.rank() == 3) {
      return Shape.of(shape.get(0), shape.get(2));
    }
    throw new ShapeException(who
        + ": wants [examples, features], sequences [steps, examples, features] or images "
        + "as planes [channels, height, width, examples], got " + shape + "; was it made by a layer?");
  }

  static void requirePositive(String who, String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(who + ": " + what + " is " + value + "; wants at least 1");
    }
  }
}
