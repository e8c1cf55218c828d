package app.inkling.mllib.autodiff;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.Test;

/** A loss's gradient where its logits were, and only where nothing reads those again. */
public class OverwrittenLogitsTest {
  private static final int EXAMPLES = 6;
  private static final int FEATURES = 5;

  @Test
  public void logitsOfADenseLayerMakeRoomForTheirGradientOfTheSameBits() {
    for (int classes : new int[] {7, 100}) { // short rows keep their exponentials, long ones compute them again
      assertFalse(keepsLogits(classes, logits -> logits));
      assertFalse(keepsLogits(classes, logits -> ShapeOps.reshape(logits, Shape.of(2, 3, classes))));
    }
  }

  @Test
  public void logitsThatTheStepBeforeReadsAgainStay() {
    assertTrue(keepsLogits(100, ElementOps::relu));
  }

  @Test
  public void logitsThatAnotherStepReadsStay() {
    assertTrue(keepsLogits(100, logits -> {
      MatrixOps.softmax(logits);
      return logits;
    }));
  }

  @Test
  public void logitsThatAnotherStepReadsAsAnInputStay() {
    assertTrue(keepsLogits(100, logits -> {
      MatrixOps.softmax(logits.graph().input(logits.value()));
      return logits;
    }));
  }

  @Test
  public void aWeightThatIsItsOwnLogitsStays() {
    Tensor weight = random(Shape.of(2, 3, 100), 1);
    Graph graph = new Graph();
    graph.overwriteLogits();
    Labels labels = new Labels(6);
    Var logits = SequenceOps.matrix(graph.parameter(new Parameter("w", weight)));
    Var loss = new SoftmaxCrossEntropy().apply(logits, labels);
    for (int n = 0; n < 6; n++) {
      labels.set(n, n, 1);
    }
    graph.forward();
    float[] before = weight.toArray();
    graph.backward(loss);
    assertArrayEquals(before, weight.toArray(), 0);
  }

  /**
   * Trains on two batches with and without {@link Graph#overwriteLogits}, holds losses and gradients of both to
   * the same bits, and tells whether the logits were still there at the end.
   */
  private static boolean keepsLogits(int classes, UnaryOperator<Var> between) {
    Case plain = new Case(classes, between);
    Case overwriting = new Case(classes, between);
    overwriting.graph.overwriteLogits();
    boolean kept = true;
    for (int batch = 0; batch < 2; batch++) {
      plain.run(batch);
      overwriting.run(batch);
      assertEquals(plain.loss.scalar(), overwriting.loss.scalar(), 0);
      for (Parameter parameter : new Parameter[] {plain.weight, plain.bias}) {
        assertArrayEquals(plain.graph.gradient(parameter).toArray(),
            overwriting.graph.gradient(parameter == plain.weight ? overwriting.weight : overwriting.bias)
                .toArray(), 0);
      }
      kept &= Arrays.equals(plain.logits.value().toArray(), overwriting.logits.value().toArray());
    }
    return kept;
  }

  private static Tensor random(Shape shape, int seed) {
    Tensor tensor = Tensor.zeros(shape);
    Rng rng = new Rng(seed);
    for (float[] row : tensor.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = rng.nextFloat() - 0.5f;
      }
    }
    return tensor;
  }

  /** One dense layer before the loss. */
  private static final class Case {
    final Graph graph = new Graph();
    final Tensor x = Tensor.zeros(Shape.of(EXAMPLES, FEATURES));
    final Labels labels = new Labels(EXAMPLES);
    final Parameter weight;
    final Parameter bias;
    final Var logits;
    final Var loss;

    Case(int classes, UnaryOperator<Var> between) {
      weight = new Parameter("w", random(Shape.of(FEATURES, classes), 1));
      bias = new Parameter("b", random(Shape.of(classes), 2));
      logits = between.apply(MatrixOps.dense(graph.input(x), graph.parameter(weight), graph.parameter(bias)));
      Var matrix = logits.shape().rank() == 3 ? SequenceOps.matrix(logits) : logits;
      loss = new SoftmaxCrossEntropy().apply(matrix, labels);
    }

    void run(int batch) {
      x.copyFrom(random(x.shape(), 3 + batch));
      for (int n = 0; n < EXAMPLES; n++) {
        labels.set(n, n, n == 1 ? 0 : 1);
      }
      graph.forward();
      graph.backward(loss);
    }
  }
}
