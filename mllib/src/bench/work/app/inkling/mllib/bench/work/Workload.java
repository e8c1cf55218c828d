package app.inkling.mllib.bench.work;

/** The workloads, W1 to W5; W4 and W5 have parts. */
public enum Workload {
  /** Perceptron 784-128-10 with ReLU, softmax cross-entropy, SGD, batches of 32. */
  W1("W1", Kind.TRAIN, Images.BATCH, "examples/s"),
  /**
   * Convolution 5 x 5 to 8 channels, ReLU, max-pooling by 2, the same to 16 channels, then 128 units with
   * ReLU and 10 logits; trained as W1.
   */
  W2("W2", Kind.TRAIN, Images.BATCH, "examples/s"),
  /**
   * Language model of 10,000 words: embedding of 96, LSTM of 256 units, all words' logits; batches of 16
   * texts of 20 words, SGD, the gradient's norm clipped.
   */
  W3("W3", Kind.TRAIN, Texts.BATCH * Texts.STEPS, "words/s"),
  /** One image through W1's network, to probabilities. */
  W4_W1("W4.W1", Kind.ANSWER, 1, "µs"),
  /** One image through W2's network, to probabilities. */
  W4_W2("W4.W2", Kind.ANSWER, 1, "µs"),
  /** One word through W3's network from a state of zeros, to the probabilities of the next word. */
  W4_W3("W4.W3", Kind.ANSWER, 1, "µs"),
  /** Product of two matrices of 512 x 512. */
  W5_SQUARE("W5.512", Kind.MULTIPLY, 2 * 512 * 512 * 512 / 1e9, "GFLOP/s"),
  /** Product [128, 784] by [784, 32]. */
  W5_FLAT("W5.128x784x32", Kind.MULTIPLY, 2 * 128 * 784 * 32 / 1e9, "GFLOP/s");

  /** What one step is: an update, an answer about one example, a product. */
  public enum Kind { TRAIN, ANSWER, MULTIPLY }

  private final String id;
  private final Kind kind;
  private final double itemsPerStep;
  private final String unit;

  Workload(String id, Kind kind, double itemsPerStep, String unit) {
    this.id = id;
    this.kind = kind;
    this.itemsPerStep = itemsPerStep;
    this.unit = unit;
  }

  /** The name in tables and on the command line. */
  public String id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** Examples, words or billions of floating-point operations of one step. */
  public double itemsPerStep() {
    return itemsPerStep;
  }

  public String unit() {
    return unit;
  }
}
