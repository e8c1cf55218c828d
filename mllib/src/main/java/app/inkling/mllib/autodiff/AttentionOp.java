package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.kernel.Softmax;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;

/**
 * What attention of every kind shares: scores become weights by softmax, and weights a mean of values.
 *
 * <p>Letters: n example, t query, s key; {@code y[t, n] = sum over s of weight[n][t][s] * value[s, n]}.
 */
abstract class AttentionOp extends Op {
  final int queries;
  final int keys;
  final int examples;
  final float[][][] weight;
  private final boolean causal;
  private final int[] unseen;
  private final float[][][] valueRows;
  private final float[][][] outputRows;
  private float[][][] outputGradientRows;
  private float[][][] valueGradientRows;
  private float[][] transposed;
  private float[][] transposedValues;
  private float[][] dScores;

  /**
   * @param unseen how many of each example's first keys nobody may see, read at every forward pass; null for
   *     none
   * @param inputs values [S, N, V] first, then the subclass's
   */
  AttentionOp(int queries, boolean causal, int[] unseen, Var... inputs) {
    super(Tensor.zeros(Shape.of(queries, inputs[0].shape().get(1), inputs[0].shape().get(2))), inputs);
    this.queries = queries;
    this.causal = causal;
    this.unseen = unseen;
    keys = inputs[0].shape().get(0);
    examples = inputs[0].shape().get(1);
    weight = new float[examples][queries][keys];
    valueRows = byExample(input(0));
    outputRows = byExample(output());
  }

  /** {@code rows[n][t]} of a sequence. */
  final float[][][] byExample(Tensor sequence) {
    int steps = sequence.shape().get(0);
    float[][][] rows = new float[examples][steps][];
    for (int t = 0; t < steps; t++) {
      for (int n = 0; n < examples; n++) {
        rows[n][t] = sequence.rows()[t * examples + n];
      }
    }
    return rows;
  }

  /** Fills {@code scores[t][s]} of one example. */
  abstract void score(int example, float[][] scores);

  /** Passes the scores' gradients of one example on to the inputs, whose gradients were set to 0. */
  abstract void scoreGradient(int example, float[][] dScores);

  @Override
  protected final void forward() {
    output().fill(0);
    for (int n = 0; n < examples; n++) {
      float[][] a = weight[n];
      score(n, a);
      for (int t = 0; t < queries; t++) {
        Arrays.fill(a[t], 0, unseen(n), -Float.MAX_VALUE);
        Softmax.softmax(a[t], a[t], seen(t));
        Arrays.fill(a[t], seen(t), keys, 0);
      }
      graph().kernels().add(outputRows[n], queries, a, 0, valueRows[n], keys, output().rowLength());
    }
  }

  /** Keys that a query may see: where causal, those up to its own step. */
  private int seen(int query) {
    return causal ? Math.min(keys, query + 1) : keys;
  }

  private int unseen(int example) {
    int count = unseen == null ? 0 : unseen[example];
    if (count < 0 || count >= keys) {
      throw new IllegalArgumentException("attention: " + count + " of " + keys + " keys of example " + example
          + " are unseen; wants 0 to " + (keys - 1) + ": is a sequence empty?");
    }
    return count;
  }

  @Override
  protected void prepareBackward(Workspace workspace) {
    outputGradientRows = byExample(outputGradient());
    valueGradientRows = wantsGradient(0) ? byExample(inputGradient(0)) : null;
    transposed = new float[keys][queries];
    transposedValues = new float[output().rowLength()][keys];
    dScores = new float[queries][keys];
  }

  @Override
  protected final void backward() {
    for (int k = 0; k < inputs().length; k++) {
      if (wantsGradient(k)) {
        inputGradient(k).fill(0);
      }
    }
    int features = output().rowLength();
    for (int n = 0; n < examples; n++) {
      float[][] dy = outputGradientRows[n];
      if (valueGradientRows != null) {
        Columns.transpose(transposed, weight[n], queries, keys);
        graph().kernels().add(valueGradientRows[n], keys, transposed, 0, dy, queries, features);
      }
      Columns.transpose(transposedValues, valueRows[n], keys, features);
      for (float[] row : dScores) {
        Arrays.fill(row, 0);
      }
      graph().kernels().add(dScores, queries, dy, 0, transposedValues, features, keys);
      for (int t = 0; t < queries; t++) {
        Softmax.softmaxGradient(dScores[t], dScores[t], weight[n][t], keys);
      }
      scoreGradient(n, dScores);
    }
  }
}
