package app.inkling.mllib.model.analysis;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.AttentionOps;
import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Table;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.model.linear.LogisticRegression;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.DotAttention;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.SimpleRnn;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.optim.Sgd;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.List;
import org.junit.Test;

/** What the course says of networks, as properties. */
public class AnalysisTest {
  private final Rng rng = new Rng(7);

  private Tensor random(int... shape) {
    Tensor tensor = Tensor.zeros(Shape.of(shape));
    for (float[] row : tensor.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) rng.nextGaussian();
      }
    }
    return tensor;
  }

  private static float[] output(Layer network, Tensor x) {
    return network.apply(new Graph().input(x)).value().toArray();
  }

  /** So many steps of descent on random data; how many different hidden units there are then. */
  private int unitsAfterTraining(Dense hidden) {
    Dense out = new Dense("out", 6, 1, Initializer.zero());
    out.weight().value().fill(0.3f);
    Graph graph = new Graph();
    Var y = out.apply(ElementOps.tanh(hidden.apply(graph.input(random(20, 4)))));
    Var loss = new SquaredError().apply(y, graph.input(random(20, 1)));
    Sgd sgd = new Sgd();
    for (int step = 0; step < 30; step++) {
      graph.forward();
      graph.backward(loss);
      sgd.step(List.of(hidden.weight().value(), hidden.bias().value(), out.weight().value(), out.bias().value()),
          List.of(graph.gradient(hidden.weight()), graph.gradient(hidden.bias()), graph.gradient(out.weight()),
              graph.gradient(out.bias())), 0.1f);
    }
    return Symmetry.differentUnits(hidden);
  }

  @Test
  public void unitsBornEqualStayEqualAndRandomOnesDiffer() {
    Dense equal = new Dense("equal", 4, 6, Initializer.zero());
    equal.weight().value().fill(0.2f);
    assertEquals(1, unitsAfterTraining(equal));
    assertEquals(6, unitsAfterTraining(new Dense("random", 4, 6, Initializer.xavier(rng))));
  }

  @Test
  public void swappedUnitsComputeTheSame() {
    Dense into = new Dense("in", 3, 4, Initializer.he(rng));
    Dense outOf = new Dense("out", 4, 2, Initializer.he(rng));
    into.bias().value().copyFrom(new float[] {1, -2, 0.5f, 0.1f});
    Sequential network = new Sequential("net", into, new Tanh(), outOf);
    Tensor x = random(5, 3);
    float[] before = output(network, x);
    Symmetry.permute(into, outOf, 2, 0, 3, 1);
    assertEquals(0.5f, into.bias().value().rows()[0][0], 0);
    assertArrayEquals(before, output(network, x), 1e-6f);
    assertThrows(IllegalArgumentException.class, () -> Symmetry.permute(into, outOf, 0, 0, 1, 2));
  }

  @Test
  public void theLossOfLogisticRegressionIsConvexAndThatOfANetworkIsNot() {
    double[][] inputs = new double[30][2];
    double[] targets = new double[30];
    for (int n = 0; n < 30; n++) {
      inputs[n][0] = rng.nextGaussian();
      inputs[n][1] = rng.nextGaussian();
      targets[n] = rng.nextFloat() < 0.5 ? 0 : 1;
    }
    Table table = new Table(inputs, targets);
    LogisticRegression model = new LogisticRegression(2);
    double straight = Convexity.worstRise(theta -> {
      System.arraycopy(theta, 0, model.theta(), 0, 3);
      return model.loss(table);
    }, 3, 3, 200, rng);
    assertTrue("rises by " + straight, straight < 1e-12);
    double bent = Convexity.worstRise(w -> {
      double error = 1 - w[1] * Math.tanh(w[0]);
      return error * error;
    }, 2, 3, 200, rng);
    assertTrue("rises by " + bent, bent > 0.1);
  }

  @Test
  public void linearLayersCollapseIntoOne() {
    Dense first = new Dense("a", 4, 9, Initializer.xavier(rng));
    Dense second = new Dense("b", 9, 3, Initializer.xavier(rng));
    first.bias().value().copyFrom(random(9));
    second.bias().value().copyFrom(random(3));
    Tensor x = random(6, 4);
    assertArrayEquals(output(new Sequential("two", first, second), x),
        output(LinearCollapse.of(first, second), x), 1e-5f);
  }

  @Test
  public void gradientsVanishOrExplodeThroughTimeWithTheRecurrentWeight() {
    double[][] vanishing = SequentialJacobian.sizes(recurrent(0.5f), random(12, 1, 2));
    double[][] exploding = SequentialJacobian.sizes(recurrent(1.6f), tiny());
    assertTrue(vanishing[11][0] < 1e-3 * vanishing[11][11]);
    assertTrue(exploding[11][0] > 50 * exploding[11][11]);
    assertEquals("the future has no say", 0, vanishing[3][4], 0);
  }

  /** Its recurrent weight is so many times the identity. */
  private SimpleRnn recurrent(float size) {
    SimpleRnn network = new SimpleRnn("r", 2, 4, Initializer.xavier(rng));
    network.recurrentWeight().value().fill(0);
    for (int i = 0; i < 4; i++) {
      network.recurrentWeight().value().rows()[i][i] = size;
    }
    return network;
  }

  /** Small enough for tanh to be straight. */
  private Tensor tiny() {
    Tensor x = random(12, 1, 2);
    for (float[] row : x.rows()) {
      row[0] *= 1e-6f;
      row[1] *= 1e-6f;
    }
    return x;
  }

  @Test
  public void anOpenForgetGateCarriesTheGradientFurther() {
    double[] reach = new double[2];
    for (int i = 0; i < 2; i++) {
      Lstm lstm = new Lstm("l", 2, 6, i == 0 ? 0 : 4, Initializer.xavier(new Rng(3)));
      double[] last = SequentialJacobian.sizes(lstm, random(15, 1, 2))[14];
      reach[i] = last[2] / last[14];
    }
    assertTrue(reach[0] + " and " + reach[1], reach[1] > 20 * reach[0]);
  }

  @Test
  public void attentionShowsWhereItLooked() {
    DotAttention layer = new DotAttention("a", 3, 4, true, Initializer.xavier(rng));
    Var attended = layer.apply(new Graph().input(random(5, 2, 3)));
    float[][][] weights = AttentionOps.weights(attended);
    assertEquals(2, weights.length);
    for (int t = 0; t < 5; t++) {
      double sum = 0;
      for (int s = 0; s < 5; s++) {
        sum += weights[1][t][s];
        assertTrue(s <= t || weights[1][t][s] == 0);
      }
      assertEquals(1, sum, 1e-6);
    }
    Var other = ElementOps.tanh(attended);
    assertThrows(IllegalArgumentException.class, () -> AttentionOps.weights(other));
  }

  @Test
  public void differencesOfWordsCarryMeaning() {
    Neighbours words = new Neighbours(List.of("man", "woman", "king", "queen", "stone"),
        new float[][] {{1, 0, 0.1f}, {0, 1, 0.1f}, {2, 0.1f, 2}, {0.1f, 2, 2}, {-1, -1, -1}});
    assertEquals(List.of("queen"), words.analogy("man", "king", "woman", 1));
    assertEquals(List.of("man", "queen"), words.nearest("king", 2));
    assertEquals(1, words.similarity("man", "man"), 1e-12);
    assertTrue(assertThrows(IllegalArgumentException.class, () -> words.nearest("duke", 1)).getMessage()
        .contains("got \"duke\""));
  }
}
