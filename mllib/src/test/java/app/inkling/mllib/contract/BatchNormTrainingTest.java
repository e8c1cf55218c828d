package app.inkling.mllib.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.nn.BatchNorm;
import app.inkling.mllib.oracle.Naive;
import app.inkling.mllib.oracle.Scalar;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/**
 * Batch normalisation in training, where examples depend on each other, which the layers' contract can't ask.
 */
@RunWith(Parameterized.class)
public class BatchNormTrainingTest {
  private static final int FEATURES = 3;

  @Parameterized.Parameters(name = "shape {index}")
  public static List<Shape> shapes() {
    return Arrays.asList(Shape.of(FEATURES), Shape.of(4, FEATURES), Shape.of(2, 3, FEATURES));
  }

  private final Shape perExample;
  private final Rng rng = new Rng(6);
  private final BatchNorm layer = new BatchNorm("n", FEATURES);

  public BatchNormTrainingTest(Shape perExample) {
    this.perExample = perExample;
    layer.gain().value().copyFrom(new float[] {1.5f, -0.7f, 0.4f});
    layer.bias().value().copyFrom(new float[] {0.2f, 1, -2});
  }

  private Probe probe(int examples, int uses) {
    Probe probe = new Probe(layer, perExample, examples, uses, 0, rng);
    probe.graph.training(true);
    probe.graph.forward();
    return probe;
  }

  private Scalar[][] oracle(List<Scalar[]> points, int examples) {
    Scalar[][] x = new Scalar[examples][];
    for (int n = 0; n < examples; n++) {
      x[n] = Arrays.copyOfRange(points.get(0), n * perExample.size(), (n + 1) * perExample.size());
    }
    return Naive.batchNorm(x, points.get(1), points.get(2));
  }

  @Test
  public void gradientGoesThroughTheBatchsStatistics() {
    requireGradient(5, 1);
    requireGradient(5, 2);
  }

  @Test
  public void twoValuesAreEnough() {
    requireGradient(2, 1);
  }

  private void requireGradient(int examples, int times) {
    for (int replay = 0; replay < 2; replay++) {
      Probe probe = probe(examples, times);
      if (replay > 0) {
        probe.gradients();
      }
      Judge.requireGradient(probe.points(), points -> {
        Scalar[][] y = oracle(points, examples);
        for (Scalar[] row : y) {
          for (int j = 0; j < row.length; j++) {
            row[j] = row[j].times(times);
          }
        }
        return Naive.squaredError(y, probe.target.rows());
      }, probe.gradients(), rng);
    }
  }

  @Test
  public void eachFeatureComesOutWithMeanAndDeviationOfBiasAndGain() {
    float[][] y = probe(40, 1).output.value().rows();
    for (int f = 0; f < FEATURES; f++) {
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (float[] row : y) {
        for (int j = f; j < row.length; j += FEATURES) {
          sum += row[j];
          squares += row[j] * row[j];
          count++;
        }
      }
      double mean = sum / count;
      assertEquals(layer.bias().value().rows()[0][f], mean, 1e-5);
      double deviation = Math.sqrt(squares / count - mean * mean);
      assertEquals(Math.abs(layer.gain().value().rows()[0][f]), deviation, 1e-4);
    }
  }

  @Test
  public void statisticsAreToldToMoveTowardsTheBatchsMeanAndUnbiasedVariance() {
    layer.mean().value().fill(3);
    layer.variance().value().fill(2);
    Probe probe = probe(7, 1);
    probe.gradients();
    for (int f = 0; f < FEATURES; f++) {
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (float[] row : probe.input.rows()) {
        for (int j = f; j < row.length; j += FEATURES) {
          sum += row[j];
          squares += row[j] * row[j];
          count++;
        }
      }
      double mean = sum / count;
      double variance = (squares - count * mean * mean) / (count - 1);
      assertEquals(0.1 * (3 - mean), probe.graph.gradient(layer.mean()).rows()[0][f], 1e-6);
      assertEquals(0.1 * (2 - variance), probe.graph.gradient(layer.variance()).rows()[0][f], 1e-6);
    }
    probe.graph.training(false);
    probe.gradients();
    assertArrayEquals(new float[FEATURES], probe.graph.gradient(layer.mean()).toArray(), 0);
    assertArrayEquals(new float[FEATURES], probe.graph.gradient(layer.variance()).toArray(), 0);
  }

  @Test
  public void refusesToTrainOnOneValueOfAFeature() {
    if (perExample.rank() == 1) {
      String message = assertThrows(ShapeException.class, () -> probe(1, 1)).getMessage();
      assertTrue(message, message.contains("wants at least 2 values of each feature in training, got [1, 3]"));
    } else {
      probe(1, 1);
    }
  }
}
