package app.inkling.mllib.bench.work;

import java.util.Random;

/**
 * The first weights, the same for every library: row-major arrays, uniform with a variance of 1 / fan-in or
 * 2 / fan-in; biases are 0 unless there is a method for them. Each library lays them out as it needs.
 */
public final class Weights {
  public static final int HIDDEN = 128;
  public static final int FILTER = 5;
  public static final int FIRST_CHANNELS = 8;
  public static final int SECOND_CHANNELS = 16;
  /** Side of the second convolution's pooled planes. */
  public static final int POOLED = 4;
  /** Numbers that W2's dense layers get. */
  public static final int FLAT = POOLED * POOLED * SECOND_CHANNELS;

  private Weights() {}

  /** W1's hidden layer, [784, 128]. */
  public static float[] perceptronHidden() {
    return uniform(1, Images.PIXELS * HIDDEN, 2.0 / Images.PIXELS);
  }

  /** The last layer of W1 and W2, [128, 10]. */
  public static float[] classes() {
    return uniform(2, HIDDEN * Images.CLASSES, 2.0 / HIDDEN);
  }

  /** W2's first filters, [8, 5, 5]: output, line, column. */
  public static float[] firstFilters() {
    return uniform(3, FIRST_CHANNELS * FILTER * FILTER, 2.0 / (FILTER * FILTER));
  }

  /** W2's second filters, [16, 8, 5, 5]: output, input, line, column. */
  public static float[] secondFilters() {
    int fanIn = FIRST_CHANNELS * FILTER * FILTER;
    return uniform(4, SECOND_CHANNELS * fanIn, 2.0 / fanIn);
  }

  /** W2's hidden layer, [256, 128], its inputs in the order line, column, channel. */
  public static float[] convolutionHidden() {
    return uniform(5, FLAT * HIDDEN, 2.0 / FLAT);
  }

  /** As {@link #convolutionHidden}, the inputs in the order channel, line, column. */
  public static float[] convolutionHiddenChannelFirst() {
    float[] channelLast = convolutionHidden();
    float[] weights = new float[channelLast.length];
    for (int place = 0; place < POOLED * POOLED; place++) {
      for (int channel = 0; channel < SECOND_CHANNELS; channel++) {
        System.arraycopy(channelLast, (place * SECOND_CHANNELS + channel) * HIDDEN, weights,
            (channel * POOLED * POOLED + place) * HIDDEN, HIDDEN);
      }
    }
    return weights;
  }

  /** W3's vectors, [10000, 96]. */
  public static float[] embedding() {
    return uniform(6, Texts.WORDS * Texts.FEATURES, 1.0 / Texts.FEATURES);
  }

  /** W3's weights of inputs, [96, 4 * 256]: gates input, forget, cell, output. */
  public static float[] lstmInput() {
    return uniform(7, Texts.FEATURES * 4 * Texts.UNITS, 1.0 / Texts.FEATURES);
  }

  /** W3's weights of the hidden state, [256, 4 * 256]; gates as in {@link #lstmInput}. */
  public static float[] lstmRecurrent() {
    return uniform(8, Texts.UNITS * 4 * Texts.UNITS, 1.0 / Texts.UNITS);
  }

  /** W3's biases of the gates, [4 * 256]: 1 for the forget gate, 0 for the others. */
  public static float[] lstmBias() {
    float[] bias = new float[4 * Texts.UNITS];
    for (int j = Texts.UNITS; j < 2 * Texts.UNITS; j++) {
      bias[j] = 1;
    }
    return bias;
  }

  /** W3's last layer, [256, 10000]. */
  public static float[] words() {
    return uniform(9, Texts.UNITS * Texts.WORDS, 1.0 / Texts.UNITS);
  }

  /** A matrix of W5. */
  public static float[] matrix(int seed, int rows, int columns) {
    return uniform(seed, rows * columns, 1.0 / rows);
  }

  /** The transpose of a row-major matrix [rows, columns]. */
  public static float[] transposed(float[] matrix, int rows, int columns) {
    float[] transposed = new float[matrix.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        transposed[j * rows + i] = matrix[i * columns + j];
      }
    }
    return transposed;
  }

  private static float[] uniform(int seed, int count, double variance) {
    Random random = new Random(seed);
    float limit = (float) Math.sqrt(3 * variance);
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = limit * (2 * random.nextFloat() - 1);
    }
    return weights;
  }
}
