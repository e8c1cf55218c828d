package app.inkling.mllib.autodiff;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import org.junit.Test;

public class ShapeOpsTest {
  private final Graph graph = new Graph();
  private final Var x = graph.variable(Tensor.of(Shape.of(2, 4), 1, 2, 3, 4, 5, 6, 7, 8));

  @Test
  public void reshapesInRowMajorOrder() {
    Var y = ShapeOps.reshape(x, Shape.of(4, 2));
    assertEquals(Shape.of(4, 2), y.shape());
    assertArrayEquals(x.value().toArray(), y.value().toArray(), 0);
    assertArrayEquals(x.value().toArray(), ShapeOps.reshape(y, Shape.of(1, 8)).value().toArray(), 0);
    requireGradient(y);
  }

  @Test
  public void splitsAndPutsTogetherAgain() {
    Var[] halves = ShapeOps.split(x, 2);
    assertArrayEquals(new float[] {1, 2, 5, 6}, halves[0].value().toArray(), 0);
    assertArrayEquals(new float[] {3, 4, 7, 8}, halves[1].value().toArray(), 0);
    Var swapped = ShapeOps.concat(halves[1], halves[0], halves[1]);
    assertArrayEquals(new float[] {3, 4, 1, 2, 3, 4, 7, 8, 5, 6, 7, 8}, swapped.value().toArray(), 0);
    requireGradient(swapped);
  }

  @Test
  public void gathersARowAnyNumberOfTimes() {
    Var y = ShapeOps.gather(x, 1, 0, 1);
    assertArrayEquals(new float[] {5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8}, y.value().toArray(), 0);
    requireGradient(y);
  }

  @Test
  public void transposes() {
    Var y = MatrixOps.transpose(x);
    assertArrayEquals(new float[] {1, 5, 2, 6, 3, 7, 4, 8}, y.value().toArray(), 0);
    requireGradient(y);
  }

  @Test
  public void takesStepsOfASequence() {
    Var sequence = SequenceOps.sequence(x, 2);
    assertEquals(Shape.of(2, 2, 2), sequence.shape());
    assertArrayEquals(new float[] {1, 2, 5, 6, 3, 4, 7, 8}, sequence.value().toArray(), 0);
    assertArrayEquals(new float[] {3, 4, 7, 8}, SequenceOps.step(sequence, -1).value().toArray(), 0);
    assertArrayEquals(new float[] {1, 2, 5, 6}, SequenceOps.step(sequence, 0).value().toArray(), 0);
    assertArrayEquals(new float[] {3, 4, 7, 8, 1, 2, 5, 6},
        SequenceOps.reverse(sequence).value().toArray(), 0);
    requireGradient(SequenceOps.step(sequence, 1));
  }

  @Test
  public void saysWhatDoesNotFit() {
    refuses("reshape: wants as many numbers as [3, 3] has, got [2, 4]", () -> ShapeOps.reshape(x,
        Shape.of(3, 3)));
    refuses("concat: wants parts that differ from [2, 4] in the last size alone, got [4, 2]",
        () -> ShapeOps.concat(x, ShapeOps.reshape(x, Shape.of(4, 2))));
    refuses("concat: wants at least one part", ShapeOps::concat);
    refuses("columns: wants at least 5 columns for 2 from 3 on, got [2, 4]", () -> ShapeOps.columns(x, 3, 2));
    refuses("split: wants a multiple of 3 columns, got [2, 4]", () -> ShapeOps.split(x, 3));
    refuses("gather: wants more than 2 rows, got [2, 4]", () -> ShapeOps.gather(x, 2));
    refuses("step: wants a step from -2 to 1, got 2", () -> SequenceOps.step(SequenceOps.sequence(x, 2), 2));
    refuses("sequence: wants rows of 3 steps", () -> SequenceOps.sequence(x, 3));
    refuses("wants sequences [steps, examples, features], got [2, 4]", () -> SequenceOps.reverse(x));
  }

  @Test
  public void saysWhichNumberIsNoWord() {
    Var table = graph.variable(Tensor.zeros(Shape.of(3, 2)));
    for (float wrong : new float[] {3, -1, 0.5f, Float.NaN}) {
      Var ids = graph.input(Tensor.of(Shape.of(1, 2), 0, wrong));
      String message = assertThrows(IllegalArgumentException.class, () -> SequenceOps.embed(ids,
          table)).getMessage();
      assertTrue(message, message.contains("number 1 of example 0 is " + wrong
          + "; wants a whole number from 0 to 2"));
    }
  }

  private void refuses(String expected, Runnable call) {
    String message = assertThrows(ShapeException.class, call::run).getMessage();
    assertTrue(message, message.contains(expected));
    assertTrue(message, message.contains("; "));
  }

  private void requireGradient(Var y) {
    Tensor target = Tensor.zerosLike(y.value());
    Rng rng = new Rng(5);
    for (float[] row : target.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) (5 * rng.nextGaussian());
      }
    }
    Var loss = new SquaredError().apply(y, graph.input(target));
    double error = GradientCheck.worstError(graph, loss, Arrays.asList(x), new Rng(1));
    assertTrue("error " + error, error < 1e-2);
  }
}
