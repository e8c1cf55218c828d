package app.inkling.mllib.loss;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import org.junit.Test;

/** What the contract suite doesn't ask: huge logits, wrong labels and targets, where negatives come from. */
public class LossEdgesTest {
  private final Graph graph = new Graph();

  @Test
  public void binaryCrossEntropyStandsHugeLogits() {
    Var logits = graph.variable(Tensor.of(Shape.of(1, 3), 10_000, -10_000, 0));
    Var loss = new BinaryCrossEntropy().apply(logits, graph.input(Tensor.of(Shape.of(1, 3), 0, 0, 1)));
    assertEquals((10_000 + StrictMath.log(2)) / 3, loss.scalar(), 1e-3);
    graph.backward(loss);
    assertArrayEquals(new float[] {1 / 3f, 0, -1 / 6f}, graph.gradient(logits).toArray(), 1e-7f);
  }

  @Test
  public void binaryCrossEntropyRefusesATargetThatIsNoProbability() {
    Var logits = graph.variable(Tensor.zeros(Shape.of(1, 1)));
    Var target = graph.input(Tensor.of(Shape.of(1, 1), 1.5f));
    String message = assertThrows(IllegalArgumentException.class,
        () -> new BinaryCrossEntropy().apply(logits, target)).getMessage();
    assertTrue(message, message.contains("is 1.5; wants 0 to 1"));
  }

  @Test
  public void hingeIsNothingOnceTheRightClassWinsByTheMargin() {
    Var scores = graph.variable(Tensor.of(Shape.of(1, 3), 3, 2, 1));
    assertEquals(0, new MulticlassHinge().apply(scores, Labels.of(0)).scalar(), 0);
    assertEquals(5, new MulticlassHinge().apply(scores, Labels.of(2)).scalar(), 0);
  }

  @Test
  public void refusesALabelWithoutAClass() {
    Var scores = graph.variable(Tensor.zeros(Shape.of(1, 3)));
    String message = assertThrows(IllegalArgumentException.class,
        () -> new MulticlassHinge().apply(scores, Labels.of(3))).getMessage();
    assertTrue(message, message.contains("label of example 0 is 3; wants 0 to 2"));
  }

  @Test
  public void negativesFollowTheCountsToThePowerOfThreeQuarters() {
    Negatives negatives = new Negatives(new long[] {16, 0, 81, 1}, 1000, 36);
    negatives.draw(new Rng(5));
    int[] drawn = new int[4];
    for (int n = 0; n < negatives.examples(); n++) {
      for (int i = 0; i < negatives.each(); i++) {
        drawn[negatives.get(n, i)]++;
      }
    }
    assertEquals(8000, drawn[0], 300);
    assertEquals(0, drawn[1]);
    assertEquals(27000, drawn[2], 300);
    assertEquals(1000, drawn[3], 150);
  }

  @Test
  public void refusesCountsWithoutAnyClass() {
    assertThrows(IllegalArgumentException.class, () -> new Negatives(new long[] {0, 0}, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Negatives(new long[] {1, -1}, 1, 1));
  }
}
