package app.inkling.mllib.model.text;

import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.DivergedException;

/**
 * Vectors of words whose products tell how often they stand together: {@code w[i] . v[j] + b[i] + c[j]}
 * approaches {@code log x[i, j]} (Pennington et al. 2014, "GloVe", equation 8):
 *
 * <pre>
 * J = sum over i, j with x above 0 of f(x) (w[i] . v[j] + b[i] + c[j] - log x)^2,
 *     f(x) = min(1, x / 100)^(3/4)
 * </pre>
 *
 * Written in the clear, one cell after the other with AdaGrad as the authors' own program: an update
 * touches two rows, and a tape would go through all of them.
 */
public final class Glove {
  private static final double MOST = 100;
  private static final double POWER = 0.75;
  /** The authors'. */
  public static final double LEARNING_RATE = 0.05;

  private final Cooccurrences counts;
  private final int features;
  /** Of each word: its vector, its bias, and behind them AdaGrad's sums of squares. */
  private final float[][] words;
  private final float[][] neighbours;

  /**
   * With random weights.
   *
   * @param features numbers of a vector; with 0 the biases alone are left, which know how frequent a word is
   */
  public Glove(Cooccurrences counts, int features, Rng random) {
    this.counts = counts;
    this.features = features;
    words = weights(random);
    neighbours = weights(random);
  }

  private float[][] weights(Rng random) {
    float[][] rows = new float[counts.words()][2 * (features + 1)];
    for (float[] row : rows) {
      for (int j = 0; j <= features; j++) {
        row[j] = (random.nextFloat() - 0.5f) / (features + 1);
        row[features + 1 + j] = 1;
      }
    }
    return rows;
  }

  /**
   * How much a cell counts, 0 to 1: rare ones are mostly chance, and the most frequent shall not decide
   * alone.
   */
  public static double weight(double count) {
    return count < MOST ? StrictMath.pow(count / MOST, POWER) : 1;
  }

  /** What a cell adds to J when its logarithm is predicted as {@code prediction}. */
  public static double loss(double prediction, double count) {
    double residual = prediction - StrictMath.log(count);
    return weight(count) * residual * residual;
  }

  /** How {@link #loss} grows with the prediction. */
  public static double slope(double prediction, double count) {
    return 2 * weight(count) * (prediction - StrictMath.log(count));
  }

  /** What the model takes for the logarithm of a count. */
  public double predict(int word, int neighbour) {
    float[] w = words[word];
    float[] v = neighbours[neighbour];
    float sum = w[features] + v[features];
    for (int j = 0; j < features; j++) {
      sum += w[j] * v[j];
    }
    return sum;
  }

  /**
   * Learns from every cell of {@link Cooccurrences#cells} once, in a random order.
   *
   * @throws DivergedException the steps were too long, and the weights are of no use any more
   */
  public void epoch(int[] cells, double learningRate, Rng random) {
    random.shuffle(cells);
    for (int cell : cells) {
      int i = cell / counts.words();
      int j = cell % counts.words();
      float slope = (float) slope(predict(i, j), counts.count(i, j));
      if (Float.isNaN(slope) || Float.isInfinite(slope)) {
        throw new DivergedException("Glove: the error's slope is " + slope + " at words " + i + " and " + j
            + "; wants a finite number: begin anew with a learning rate below " + learningRate);
      }
      learn(words[i], neighbours[j], slope, (float) learningRate);
    }
  }

  private void learn(float[] w, float[] v, float slope, float rate) {
    for (int k = 0; k < features; k++) {
      float before = w[k];
      descend(w, k, slope * v[k], rate);
      descend(v, k, slope * before, rate);
    }
    descend(w, features, slope, rate);
    descend(v, features, slope, rate);
  }

  /** AdaGrad: the step gets shorter with the squares of the gradients so far. */
  private void descend(float[] row, int k, float gradient, float rate) {
    int squares = features + 1 + k;
    row[k] -= rate * gradient / (float) Math.sqrt(row[squares]);
    row[squares] += gradient * gradient;
  }

  /** J over some cells, divided by their weights: a mean squared error of logarithms. */
  public double error(int[] cells) {
    double loss = 0;
    double weights = 0;
    for (int cell : cells) {
      int i = cell / counts.words();
      int j = cell % counts.words();
      loss += loss(predict(i, j), counts.count(i, j));
      weights += weight(counts.count(i, j));
    }
    return loss / weights;
  }

  /** The sum of both vectors of each word (section 4.2: they differ by their random beginnings alone). */
  public float[][] vectors() {
    float[][] sums = new float[counts.words()][features];
    for (int i = 0; i < sums.length; i++) {
      for (int k = 0; k < features; k++) {
        sums[i][k] = words[i][k] + neighbours[i][k];
      }
    }
    return sums;
  }
}
