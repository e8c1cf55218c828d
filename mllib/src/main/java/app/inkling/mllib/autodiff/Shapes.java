package app.inkling.mllib.autodiff;

import app.inkling.mllib.tensor.ShapeException;

/** The checks at the operations' door. */
final class Shapes {
  private Shapes() {}

  static void require(boolean fits, String who, String wanted, Var got, String advice) {
    if (!fits) {
      throw new ShapeException(who + ": wants " + wanted + ", got " + got.shape() + "; " + advice);
    }
  }

  /** A matrix in rows: [N, features]. */
  static void requireMatrix(String who, Var x) {
    require(x.shape().rank() == 2, who, "[examples, features]", x, "is a Flatten missing before it?");
  }

  /** Images in planes: [C, H, W, N]. */
  static void requireImages(String who, Var x) {
    boolean planes = x.shape().rank() == 4 && x.value().rowLength() == x.shape().get(2) * x.shape().get(3);
    require(planes, who, "images as planes [channels, height, width, examples]", x,
        "is an Image layer missing before it?");
  }

  /** Sequences: [T, N, features]. */
  static void requireSequence(String who, Var x) {
    boolean steps = x.shape().rank() == 3 && x.value().rowLength() == x.shape().get(2);
    require(steps, who, "sequences [steps, examples, features]", x,
        "is a Sequence or an Embedding missing before it?");
  }

  /** Any shape with one row for each last dimension. */
  static void requireRows(String who, Var x) {
    require(x.value().rowLength() == x.shape().last(), who, "a matrix or sequences", x,
        "is a Flatten missing before it?");
  }
}
