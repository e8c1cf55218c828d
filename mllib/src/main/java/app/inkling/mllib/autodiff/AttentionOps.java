package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Activations;
import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.kernel.Products;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import java.util.Arrays;

/**
 * Attention over sequences: each query looks at all keys, and gives the mean of their values, weighted by a
 * softmax of scores. Queries [T, N, D], keys [S, N, D], values [S, N, V] give [T, N, V]; for a decoder that
 * looks at an encoder T is 1. Where {@code causal}, a query sees the keys up to its own step alone.
 */
public final class AttentionOps {
  private AttentionOps() {}

  /**
   * How much each query looked at each key when {@code attended} was last computed: {@code
   * [example][query][key]}, each row with the sum 1. The op's own numbers, not a copy: the next forward pass
   * overwrites them.
   *
   * @param attended what {@link #dotProduct} or {@link #additive} gave
   */
  public static float[][][] weights(Var attended) {
    if (!(attended.source instanceof AttentionOp)) {
      throw new IllegalArgumentException("AttentionOps.weights: wants what an attention computed, got "
          + attended.shape() + " from elsewhere; hand in the attention's own result");
    }
    return ((AttentionOp) attended.source).weight;
  }

  /** Scores {@code q . k / sqrt(D)} (Vaswani et al. 2017, "Attention is all you need", equation 1). */
  public static Var dotProduct(Var queries, Var keys, Var values, boolean causal) {
    requireFit("dotProduct", queries, keys, values);
    return values.graph().record(new DotProduct(causal, values, queries, keys));
  }

  /**
   * Scores {@code v . tanh(q + k)} (Bahdanau et al. 2015, "Neural machine translation by jointly learning to
   * align and translate", appendix A.1.2), with queries and keys already multiplied by their weights.
   *
   * @param score v, [D]
   */
  public static Var additive(Var queries, Var keys, Var values, Var score, boolean causal) {
    return additive(queries, keys, values, score, causal, null);
  }

  /**
   * As {@link #additive(Var, Var, Var, Var, boolean)} for sequences of different lengths, which all end at the last key:
   * nobody sees the padding before them.
   *
   * @param padding how many keys stand before each example's first, 0 to below S, read at every forward pass
   */
  public static Var additive(Var queries, Var keys, Var values, Var score, int[] padding) {
    if (padding.length != keys.shape().get(1)) {
      throw new ShapeException("additive: wants the padding of each of " + keys.shape().get(1)
          + " examples, got " + padding.length + "; is it the same batch?");
    }
    return additive(queries, keys, values, score, false, padding);
  }

  private static Var additive(Var queries, Var keys, Var values, Var score, boolean causal, int[] padding) {
    requireFit("additive", queries, keys, values);
    if (!score.shape().equals(Shape.of(queries.shape().get(2)))) {
      throw new ShapeException("additive: wants a score vector [" + queries.shape().get(2) + "], got "
          + score.shape() + "; did the features change?");
    }
    return values.graph().record(new Additive(causal, padding, values, queries, keys, score));
  }

  private static void requireFit(String who, Var queries, Var keys, Var values) {
    Shapes.requireSequence(who, queries);
    Shapes.requireSequence(who, keys);
    Shapes.requireSequence(who, values);
    boolean examples = queries.shape().get(1) == keys.shape().get(1)
        && keys.shape().get(1) == values.shape().get(1);
    if (!examples || keys.shape().get(0) != values.shape().get(0)
        || queries.shape().get(2) != keys.shape().get(2)) {
      throw new ShapeException(who + ": wants queries [T, N, D], keys [S, N, D] and values [S, N, V], got "
          + queries.shape() + ", " + keys.shape() + " and " + values.shape() + "; is it the same batch?");
    }
  }

  private static final class DotProduct extends AttentionOp {
    private final int features;
    private final float scale;
    private final float[][][] queryRows;
    private final float[][][] keyRows;
    private final float[][] transposedKeys;
    private float[][] transposed;
    private float[][][] dQueryRows;
    private float[][][] dKeyRows;

    DotProduct(boolean causal, Var values, Var queries, Var keys) {
      super(queries.shape().get(0), causal, null, values, queries, keys);
      features = keys.shape().get(2);
      scale = (float) (1 / Math.sqrt(features));
      queryRows = byExample(input(1));
      keyRows = byExample(input(2));
      transposedKeys = new float[features][this.keys];
    }

    @Override
    void score(int example, float[][] scores) {
      Columns.transpose(transposedKeys, keyRows[example], keys, features);
      for (float[] row : scores) {
        Arrays.fill(row, 0);
      }
      graph().kernels().add(scores, queries, queryRows[example], 0, transposedKeys, features, keys);
      for (float[] row : scores) {
        Rows.scale(row, scale, row, keys);
      }
    }

    @Override
    protected void prepareBackward(Workspace workspace) {
      super.prepareBackward(workspace);
      dQueryRows = wantsGradient(1) ? byExample(inputGradient(1)) : null;
      dKeyRows = wantsGradient(2) ? byExample(inputGradient(2)) : null;
      transposed = new float[keys][queries];
    }

    @Override
    void scoreGradient(int example, float[][] dScores) {
      for (float[] row : dScores) {
        Rows.scale(row, scale, row, keys);
      }
      if (dQueryRows != null) {
        graph().kernels().add(dQueryRows[example], queries, dScores, 0, keyRows[example], keys, features);
      }
      if (dKeyRows != null) {
        Columns.transpose(transposed, dScores, queries, keys);
        graph().kernels().add(dKeyRows[example], keys, transposed, 0, queryRows[example], queries, features);
      }
    }
  }

  private static final class Additive extends AttentionOp {
    private final int features;
    private final float[][][] queryRows;
    private final float[][][] keyRows;
    /** {@code tanh(q + k)} by example, query, key. */
    private final float[][][][] bent;
    private final float[] slope;

    Additive(boolean causal, int[] padding, Var values, Var queries, Var keys, Var score) {
      super(queries.shape().get(0), causal, padding, values, queries, keys, score);
      features = keys.shape().get(2);
      queryRows = byExample(input(1));
      keyRows = byExample(input(2));
      bent = new float[examples][this.queries][this.keys][features];
      slope = new float[features];
    }

    @Override
    void score(int example, float[][] scores) {
      float[] v = input(3).rows()[0];
      for (int t = 0; t < queries; t++) {
        for (int s = 0; s < keys; s++) {
          float[] row = bent[example][t][s];
          Rows.sum(row, queryRows[example][t], keyRows[example][s], features);
          Activations.tanh(row, row, features);
          double dot = 0;
          for (int j = 0; j < features; j++) {
            dot += (double) v[j] * row[j];
          }
          scores[t][s] = (float) dot;
        }
      }
    }

    @Override
    void scoreGradient(int example, float[][] dScores) {
      float[] v = input(3).rows()[0];
      for (int t = 0; t < queries; t++) {
        for (int s = 0; s < keys; s++) {
          float[] row = bent[example][t][s];
          Activations.tanhGradient(slope, v, row, features);
          addTo(1, t * examples + example, dScores[t][s], slope);
          addTo(2, s * examples + example, dScores[t][s], slope);
          addTo(3, 0, dScores[t][s], row);
        }
      }
    }

    private void addTo(int input, int row, float factor, float[] direction) {
      if (wantsGradient(input)) {
        Products.add1(inputGradient(input).rows()[row], factor, direction, features);
      }
    }
  }
}
