package app.inkling.mllib.model.vision;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.RowObjective;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;

/** The small networks of the course, and what each is there to show. */
public class VisionModelsTest {
  @Test
  public void sigmoidNetOfTheNotesHasItsShapes() {
    Sequential network = Perceptrons.sigmoid(new Rng(1), 3, 4, 4, 1);
    assertEquals(List.of("[3, 4]", "[4]", "[4, 4]", "[4]", "[4, 1]", "[1]"), network.parameters().stream()
        .map(parameter -> parameter.value().shape().toString()).collect(Collectors.toList()));
    assertEquals(Shape.of(1), network.outputShape(Shape.of(3)));
    assertEquals(41, network.parameters().stream().mapToInt(parameter -> parameter.value().size()).sum());
    assertEquals("sequential(name=sigmoid, dense(name=layer1, inputs=3, outputs=4, bias=true), sigmoid(), "
        + "dense(name=layer2, inputs=4, outputs=4, bias=true), sigmoid(), "
        + "dense(name=layer3, inputs=4, outputs=1, bias=true))", network.describe());
  }

  @Test
  public void examplesWantAsManyAnswers() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> RowObjective.classes(LeNet5.create(new Rng(1)), new float[3][784], new int[2]));
    assertEquals("RowObjective: 3 inputs, but 2 answers; do they belong together?", e.getMessage());
  }

  @Test
  public void reluNetOfThreeLayersIsItsFormula() {
    Sequential network = Perceptrons.relu(false, new Rng(2), 2, 5, 4, 3);
    float[] x = {0.7f, -1.2f};
    float[] y = x;
    List<Parameter> weights = network.parameters();
    assertEquals(3, weights.size());
    for (int layer = 0; layer < 3; layer++) {
      float[][] w = weights.get(layer).value().rows();
      float[] z = new float[w[0].length];
      for (int k = 0; k < z.length; k++) {
        for (int j = 0; j < y.length; j++) {
          z[k] += y[j] * w[j][k];
        }
        z[k] = layer < 2 ? Math.max(0, z[k]) : z[k];
      }
      y = z;
    }
    assertArrayEquals(y, RowObjective.outputs(network, new float[][] {x})[0], 1e-5f);
    assertArrayEquals(new float[3], RowObjective.outputs(network, new float[][] {{0, 0}})[0], 0);
  }

  /** Points that it never saw, between and beyond the four. */
  @Test
  public void planeNetLearnsTheFormulaFromFourPoints() {
    float[][] others = {{5, 4}, {3, 5}, {2, 4}, {10, 10}, {1, 1}};
    for (long seed = 1; seed <= 8; seed++) {
      PlaneNet net = new PlaneNet(new Rng(seed));
      double[] losses = net.learn(3000);
      assertTrue("loss " + losses[2999], losses[2999] < 1e-6 && losses[0] > 1);
      for (float[] point : others) {
        assertEquals(3 * point[0] + 4 * point[1], net.answer(point[0], point[1]), 1e-3);
      }
    }
  }

  @Test
  public void booleanNetAnswersEveryFunctionOfThreeInputsExactly() {
    for (int function = 0; function < 256; function++) {
      boolean[] truths = new boolean[8];
      for (int i = 0; i < 8; i++) {
        truths[i] = (function >> i & 1) == 1;
      }
      BooleanNet net = new BooleanNet(3, truths);
      assertEquals(Integer.bitCount(function), net.units());
      for (int i = 0; i < 8; i++) {
        assertEquals("function " + function + ", situation " + i, truths[i], net.answer(i));
      }
    }
  }

  @Test
  public void parityWantsHalfOfAllSituations() {
    boolean[] parity = new boolean[1 << 8];
    for (int i = 0; i < parity.length; i++) {
      parity[i] = Integer.bitCount(i) % 2 == 1;
    }
    BooleanNet net = new BooleanNet(8, parity);
    assertEquals(128, net.units());
    for (int i = 0; i < parity.length; i++) {
      assertEquals(parity[i], net.answer(i));
    }
    assertThrows(IllegalArgumentException.class, () -> new BooleanNet(3, parity));
  }

  @Test
  public void leNetHasThePapersSizes() {
    Sequential network = LeNet5.create(new Rng(1));
    assertEquals(List.of(156, 2416, 48120, 10164, 850), network.layers().stream()
        .filter(layer -> !layer.parameters().isEmpty()).map(layer -> layer.parameters().stream()
            .mapToInt(parameter -> parameter.value().size()).sum()).collect(Collectors.toList()));
    assertEquals(Shape.of(10), network.outputShape(Shape.of(784)));
  }

  /** Without a way round, forty layers of small weights leave the first one nothing to learn from. */
  @Test
  public void skipsCarryTheGradientToTheFirstLayer() {
    for (long seed = 1; seed <= 3; seed++) {
      SkipStack plain = new SkipStack(40, 8, false, 0.5f, new Rng(seed));
      SkipStack skipping = new SkipStack(40, 8, true, 0.5f, new Rng(seed));
      Tensor x = plain.noise(16, new Rng(9));
      Tensor t = plain.noise(16, new Rng(10));
      double[] without = plain.gradientNorms(x, t);
      double[] with = skipping.gradientNorms(x, t);
      assertTrue(without[0] + " of " + with[0], without[0] < 1e-8 * with[0]);
      assertTrue(with[0] / with[39] + "", with[0] > 0.1 * with[39]);
    }
  }
}
