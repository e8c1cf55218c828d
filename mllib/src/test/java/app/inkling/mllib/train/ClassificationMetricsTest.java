package app.inkling.mllib.train;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class ClassificationMetricsTest {
  private final ClassificationMetrics metrics = new ClassificationMetrics(3);

  private void addFour() {
    metrics.add(new float[] {0.7f, 0.2f, 0.1f}, 0);
    metrics.add(new float[] {0.5f, 0.3f, 0.2f}, 1);
    metrics.add(new float[] {0.1f, 0.8f, 0.1f}, 1);
    metrics.add(new float[] {0.6f, 0.3f, 0.1f}, 2);
  }

  @Test
  public void countsByHand() {
    addFour();
    assertEquals(4, metrics.examples());
    assertEquals(0.5, metrics.accuracy(), 0);
    assertEquals(0.75, metrics.topK(2), 0);
    assertEquals(1, metrics.topK(3), 0);
    assertEquals(1, metrics.confused(2, 0));
    assertEquals(1 / 3.0, metrics.precision(0), 1e-12);
    assertEquals(1, metrics.recall(0), 0);
    assertEquals(0.5, metrics.recall(1), 0);
    assertEquals(0, metrics.recall(2), 0);
    assertTrue(Double.isNaN(metrics.precision(2)));
    double crossEntropy = -(Math.log(0.7) + Math.log(0.3) + Math.log(0.8) + Math.log(0.1)) / 4;
    assertEquals(crossEntropy, metrics.crossEntropy(), 1e-7);
    assertEquals(Math.exp(crossEntropy), metrics.perplexity(), 1e-6);
    assertEquals((0.3 + 0.5 + 0.2 + 0.6) / 4, metrics.calibrationError(), 1e-6);
  }

  @Test
  public void guessingEvenlyHasThePerplexityOfAllClasses() {
    for (int i = 0; i < 6; i++) {
      metrics.add(new float[] {1 / 3f, 1 / 3f, 1 / 3f}, i % 3);
    }
    assertEquals(3, metrics.perplexity(), 1e-5);
    assertEquals(0, metrics.calibrationError(), 1e-6);
    assertEquals(1 / 3.0, metrics.accuracy(), 1e-12);
  }

  @Test
  public void knowsNothingWithoutExamples() {
    assertTrue(Double.isNaN(metrics.accuracy()));
    assertTrue(Double.isNaN(metrics.calibrationError()));
  }

  @Test
  public void refusesLogitsAndLabelsWithoutClass() {
    String message = assertThrows(IllegalArgumentException.class,
        () -> metrics.add(new float[] {2, 0, 0}, 0)).getMessage();
    assertTrue(message, message.contains("without a softmax"));
    assertThrows(IllegalArgumentException.class, () -> metrics.add(new float[] {1, 0, 0}, 3));
    assertThrows(IllegalArgumentException.class, () -> metrics.add(new float[] {1, 0}, 0));
  }

  @Test
  public void stopsAfterTheLossHasNotFallenForSoLong() {
    EarlyStopping stopping = new EarlyStopping(2, 0.1);
    assertTrue(stopping.measured(5));
    assertTrue(stopping.measured(4));
    assertFalse(stopping.measured(3.95));
    assertFalse(stopping.shouldStop());
    assertTrue(stopping.measured(3));
    assertFalse(stopping.measured(Double.NaN));
    assertFalse(stopping.measured(3));
    assertTrue(stopping.shouldStop());
    assertEquals(3, stopping.best(), 0);
    assertThrows(IllegalArgumentException.class, () -> new EarlyStopping(0, 0));
  }
}
