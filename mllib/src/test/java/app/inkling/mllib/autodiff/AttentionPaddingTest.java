package app.inkling.mllib.autodiff;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import org.junit.Test;

/** Padding before a sequence changes nothing of what attention sees and learns. */
public class AttentionPaddingTest {
  private static final int QUERIES = 3;
  private static final int FEATURES = 4;

  private static Tensor random(Rng rng, int... sizes) {
    Tensor tensor = Tensor.zeros(Shape.of(sizes));
    for (float[] row : tensor.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) rng.nextGaussian();
      }
    }
    return tensor;
  }

  /** The last {@code count} steps. */
  private static Tensor end(Tensor sequence, int count) {
    float[][] rows = sequence.rows();
    return Tensor.over(Shape.of(count, 1, sequence.rowLength()),
        Arrays.copyOfRange(rows, rows.length - count, rows.length));
  }

  @Test
  public void paddedIsAsAShorterSequence() {
    Rng rng = new Rng(1);
    Tensor queries = random(rng, QUERIES, 1, FEATURES);
    Tensor keys = random(rng, 6, 1, FEATURES);
    Tensor values = random(rng, 6, 1, FEATURES);
    Tensor score = random(rng, FEATURES);
    Graph padded = new Graph();
    Var[] all = {padded.variable(queries), padded.variable(keys), padded.variable(values),
        padded.variable(score)};
    int[] padding = {0};
    Var attended = AttentionOps.additive(all[0], all[1], all[2], all[3], padding);
    Var loss = new SquaredError().apply(SequenceOps.matrix(attended),
        padded.input(Tensor.zeros(Shape.of(3, 4))));
    for (int hidden : new int[] {2, 0, 5}) {
      padding[0] = hidden;
      padded.forward();
      padded.backward(loss);
      Graph alone = new Graph();
      Var[] some = {alone.variable(queries), alone.variable(end(keys, 6 - hidden)),
          alone.variable(end(values, 6 - hidden)), alone.variable(score)};
      Var wanted = AttentionOps.additive(some[0], some[1], some[2], some[3], false);
      Var wantedLoss = new SquaredError().apply(SequenceOps.matrix(wanted),
          alone.input(Tensor.zeros(Shape.of(3, 4))));
      alone.backward(wantedLoss);
      assertArrayEquals(wanted.value().toArray(), attended.value().toArray(), 1e-6f);
      for (int t = 0; t < QUERIES; t++) {
        float[] row = AttentionOps.weights(attended)[0][t];
        assertArrayEquals(new float[hidden], Arrays.copyOf(row, hidden), 0);
      }
      assertArrayEquals(alone.gradient(some[0]).toArray(), padded.gradient(all[0]).toArray(), 1e-6f);
      assertArrayEquals(alone.gradient(some[3]).toArray(), padded.gradient(all[3]).toArray(), 1e-6f);
      for (int k = 1; k <= 2; k++) {
        Tensor gradient = padded.gradient(all[k]);
        assertArrayEquals(alone.gradient(some[k]).toArray(), end(gradient, 6 - hidden).toArray(), 1e-6f);
        assertArrayEquals(new float[hidden * FEATURES],
            Arrays.copyOf(gradient.toArray(), hidden * FEATURES), 0);
      }
    }
  }

  @Test
  public void refusesPaddingThatLeavesNothingOrOfAnotherBatch() {
    Graph graph = new Graph();
    Var x = graph.input(Tensor.zeros(Shape.of(2, 1, FEATURES)));
    Var score = graph.input(Tensor.zeros(Shape.of(FEATURES)));
    assertThrows(ShapeException.class, () -> AttentionOps.additive(x, x, x, score, new int[2]));
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
        () -> AttentionOps.additive(x, x, x, score, new int[] {2}));
    assertEquals("attention: 2 of 2 keys of example 0 are unseen; wants 0 to 1: is a sequence empty?",
        refused.getMessage());
  }
}
