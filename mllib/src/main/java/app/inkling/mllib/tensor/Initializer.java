package app.inkling.mllib.tensor;

/** Sets a weight's first values. Layers hand in how many inputs and outputs each unit has. */
@FunctionalInterface
public interface Initializer {
  /**
   * @param fanIn number of inputs that one output sums over
   * @param fanOut number of outputs that one input reaches
   */
  void fill(Tensor weight, int fanIn, int fanOut);

  /**
   * Normal with variance 2 / fanIn, for layers followed by ReLU (He et al. 2015, "Delving deep into
   * rectifiers").
   */
  static Initializer he(Rng rng) {
    return (weight, fanIn, fanOut) -> {
      double deviation = StrictMath.sqrt(2.0 / fanIn);
      for (float[] row : weight.rows()) {
        for (int j = 0; j < row.length; j++) {
          row[j] = (float) (deviation * rng.nextGaussian());
        }
      }
    };
  }

  /**
   * Uniform within plus or minus sqrt(6 / (fanIn + fanOut)), for tanh, sigmoid and softmax (Glorot and Bengio
   * 2010, "Understanding the difficulty of training deep feedforward neural networks").
   */
  static Initializer xavier(Rng rng) {
    return (weight, fanIn, fanOut) -> {
      double limit = StrictMath.sqrt(6.0 / (fanIn + fanOut));
      for (float[] row : weight.rows()) {
        for (int j = 0; j < row.length; j++) {
          row[j] = (float) (limit * (2 * rng.nextDouble() - 1));
        }
      }
    };
  }

  /**
   * Rows or columns, whichever are fewer, of length 1 and at right angles to each other: a recurrent weight that
   * neither stretches nor shrinks (Saxe et al. 2014, "Exact solutions to the nonlinear dynamics of learning").
   * For weights [rows, columns]; where columns are a multiple of rows, each square block is orthogonal by
   * itself, as the gates of a recurrent weight need.
   */
  static Initializer orthogonal(Rng rng) {
    return (weight, fanIn, fanOut) -> Orthogonal.fill(weight, rng);
  }

  /** Zeros: for weights that are read from a file next, and for the lesson about symmetry. */
  static Initializer zero() {
    return (weight, fanIn, fanOut) -> weight.fill(0);
  }
}
