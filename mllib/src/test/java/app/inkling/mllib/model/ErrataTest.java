package app.inkling.mllib.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Table;
import app.inkling.mllib.loss.WeightPenalty;
import app.inkling.mllib.model.linear.LogisticRegression;
import app.inkling.mllib.model.linear.MulticlassSvm;
import app.inkling.mllib.model.text.Glove;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.nn.Summary;
import app.inkling.mllib.optim.Optimizer;
import app.inkling.mllib.optim.RmsProp;
import app.inkling.mllib.optim.Sgd;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.Test;

/** Formulas that the course prints wrongly: the printed form fails, the corrected one, which is ours, passes. */
public class ErrataTest {
  private static final double[][] X = {{1, 2}, {-1, 0.5}, {0.3, -2}};
  private static final double[] T = {1, 0, 1};

  private static double slope(ToDoubleFunction<double[]> f, double[] at, int j) {
    double[] up = at.clone();
    double[] down = at.clone();
    up[j] += 1e-6;
    down[j] -= 1e-6;
    return (f.applyAsDouble(up) - f.applyAsDouble(down)) / 2e-6;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1];
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /** Printed: L = 1/N |Xw - t|^2 with the gradient 1/N X'(Xw - t). */
  @Test
  public void theGradientOfTheSquaredErrorLacksAFactorOfTwo() {
    double[] w = {0.4, -0.7};
    double printed = 0;
    double loss = slope(at -> {
      double sum = 0;
      for (int n = 0; n < 3; n++) {
        sum += Math.pow(dot(X[n], at) - T[n], 2) / 3;
      }
      return sum;
    }, w, 0);
    for (int n = 0; n < 3; n++) {
      printed += X[n][0] * (dot(X[n], w) - T[n]) / 3;
    }
    assertTrue(Math.abs(printed - loss) > 0.1);
    assertEquals(loss, 2 * printed, 1e-6);
  }

  /** Printed as the loss: y log p + (1 - y) log(1 - p). */
  @Test
  public void theLossOfLogisticRegressionLacksItsMinus() {
    Table table = new Table(X, T);
    LogisticRegression printed = new LogisticRegression(2);
    LogisticRegression corrected = new LogisticRegression(2);
    double start = corrected.loss(table);
    // Descending what was printed is climbing the loss.
    printed.descend(table, 0, -0.5, 20);
    corrected.descend(table, 0, 0.5, 20);
    assertTrue(printed.loss(table) > start);
    assertTrue(corrected.loss(table) < start);
    assertEquals(-corrected.logLikelihood(table), corrected.loss(table), 1e-12);
  }

  /** Printed: dL/dw = x (p - y), without the sum over the examples. */
  @Test
  public void theGradientOfLogisticRegressionLacksItsSum() {
    Table table = new Table(X, T);
    LogisticRegression model = new LogisticRegression(2);
    model.theta()[0] = 0.3;
    double numeric = slope(theta -> {
      System.arraycopy(theta, 0, model.theta(), 0, 3);
      return model.loss(table);
    }, model.theta().clone(), 0);
    double printed = X[0][0] * (model.probability(X[0]) - T[0]);
    assertTrue(Math.abs(printed - numeric) > 0.05);
    assertEquals(numeric, model.lossGradient(table, 0)[0], 1e-6);
  }

  /** Printed: L = -y log y, of the softmax's own output; that is its entropy, and knows no target. */
  @Test
  public void crossEntropyIsOfTheTarget() {
    double[] z = {0.2, 1.1};
    double sum = Math.exp(z[0]) + Math.exp(z[1]);
    double[] y = {Math.exp(z[0]) / sum, Math.exp(z[1]) / sum};
    double printed = slope(at -> {
      double s = Math.exp(at[0]) + Math.exp(at[1]);
      return -(Math.exp(at[0]) / s * Math.log(Math.exp(at[0]) / s)
          + Math.exp(at[1]) / s * Math.log(Math.exp(at[1]) / s));
    }, z, 0);
    double corrected = slope(at -> Math.log(Math.exp(at[0]) + Math.exp(at[1])) - at[0], z, 0);
    assertTrue(Math.abs(printed - (y[0] - 1)) > 0.1);
    assertEquals(y[0] - 1, corrected, 1e-6);
  }

  /** Printed: L = mean of L[i] + sum of W^2, the penalty without a factor. */
  @Test
  public void thePenaltyOfTheSupportVectorMachineLacksItsFactor() throws IOException {
    Table iris = Table.readCsv(getClass().getResourceAsStream("/tabular/iris.csv"), "iris.csv");
    Table table = iris.standardizedBy(iris);
    MulticlassSvm printed = new MulticlassSvm(4, 3);
    MulticlassSvm corrected = new MulticlassSvm(4, 3);
    printed.descend(table, 2, 0.2, 0.01, 400);
    corrected.descend(table, 1e-3, 0.2, 0.01, 400);
    assertTrue(printed.loss(table) > 3 * corrected.loss(table));
  }

  /** Printed: relu' at the network's output; it belongs to the hidden unit's own input. */
  @Test
  public void theReluOfAHiddenUnitIsOpenByItsOwnInput() {
    // One closed hidden unit (-1) and an output of 2 - 3 * max(h, 0) = 2, which is above 0.
    double[] w = {-1};
    double numeric = slope(at -> Math.pow(2 - 3 * Math.max(at[0], 0) - 1, 2), w, 0);
    double before = 2 * (2 - 1) * -3;
    double printed = before * (2 > 0 ? 1 : 0);
    double corrected = before * (w[0] > 0 ? 1 : 0);
    assertTrue(Math.abs(printed - numeric) > 1);
    assertEquals(numeric, corrected, 1e-9);
  }

  /** Printed: P(w[t] | w[t-1], ..., w[1]), all words before; an n-gram sees the last n - 1. */
  @Test
  public void anNgramSeesTheLastWordsAlone() {
    String[] text = "the cat sat and the dog sat and the cat ran and the dog".split(" ");
    Map<String, Integer> histories = new HashMap<>();
    Map<String, Integer> pairs = new HashMap<>();
    for (int t = 1; t < text.length; t++) {
      histories.merge(String.join(" ", List.of(text).subList(0, t)), 1, Integer::sum);
      pairs.merge(text[t - 1] + " " + text[t], 1, Integer::sum);
    }
    assertTrue("a whole past never comes again", histories.values().stream().allMatch(count -> count == 1));
    assertEquals(2, (int) pairs.get("the cat"));
    assertEquals(2, (int) pairs.get("the dog"));
  }

  /** Printed: f(x) = 1 / (x / x_max)^d. */
  @Test
  public void theWeightOfGloveGrowsWithTheCount() {
    double printedRare = 1 / Math.pow(1 / 100.0, 0.75);
    double printedOften = 1 / Math.pow(50 / 100.0, 0.75);
    assertTrue("it weighs noise most", printedRare > printedOften && printedRare > 1);
    double before = 0;
    for (int count = 0; count <= 300; count += 10) {
      assertTrue(Glove.weight(count) >= before && Glove.weight(count) <= 1);
      before = Glove.weight(count);
    }
    assertEquals(1, before, 0);
  }

  /** Printed: J = sum of f * (r . r~ + b + b~ - log x), without a square. */
  @Test
  public void theResidualOfGloveIsSquared() {
    double target = Math.log(20);
    ToDoubleFunction<double[]> printed = bias -> bias[0] - target;
    ToDoubleFunction<double[]> corrected = bias -> Glove.loss(bias[0], 20);
    assertEquals("no minimum: always the same slope", slope(printed, new double[] {target}, 0),
        slope(printed, new double[] {-1000}, 0), 1e-6);
    assertEquals(0, slope(corrected, new double[] {target}, 0), 1e-6);
    assertTrue(Glove.slope(target - 1, 20) < 0 && Glove.slope(target + 1, 20) > 0);
  }

  /** Printed: w = w - rate g, with the average of squares beside it, unused. */
  @Test
  public void rmsPropDividesByTheRootOfTheAverage() {
    float[] small = {0.01f};
    float[] large = {10};
    assertEquals(1000, step(new Sgd(), large) / step(new Sgd(), small), 1e-2);
    assertEquals(1, step(new RmsProp(), large) / step(new RmsProp(), small), 1e-4);
  }

  private static double step(Optimizer optimizer, float... gradient) {
    Tensor w = Tensor.zeros(Shape.of(1));
    optimizer.step(List.of(w), List.of(Tensor.of(Shape.of(1), gradient)), 0.1f);
    return -w.rows()[0][0];
  }

  /** Printed: at test time scale the weights by 1 / T. It is the share of units that were kept. */
  @Test
  public void dropoutScalesByTheShareThatIsKept() {
    double keep = 0.8;
    Rng rng = new Rng(1);
    double sum = 0;
    for (int draw = 0; draw < 100_000; draw++) {
      sum += rng.nextDouble() < keep ? 1 : 0;
    }
    double trained = sum / 100_000;
    double printed = 1 / 100_000.0;
    assertTrue(Math.abs(printed - trained) > 0.5);
    assertEquals(keep, trained, 0.01);
    Graph graph = new Graph();
    Tensor ones = Tensor.zeros(Shape.of(1, 100_000));
    ones.fill(1);
    Var y = ElementOps.dropout(graph.input(ones), 0.2f);
    graph.training(true);
    graph.forward();
    double inverted = 0;
    for (float value : y.value().rows()[0]) {
      inverted += value / 100_000;
    }
    assertEquals("scaled in training, nothing is left to do at test time", 1, inverted, 0.01);
  }

  /** Printed: R = 1/L sum of |w|, with the number of weights where the factor should be. */
  @Test
  public void thePenaltyL1HasAFactorOfItsOwn() {
    Graph graph = new Graph();
    Var w = graph.variable(Tensor.of(Shape.of(4), 1, -2, 3, -4));
    Var penalty = new WeightPenalty(0.1f, 0).apply(List.of(w));
    assertEquals(0.1 * 10, penalty.scalar(), 1e-6);
    assertTrue(Math.abs(10 / 4.0 - penalty.scalar()) > 1);
  }

  /** Printed: 20 parameters for each hidden neuron, 800 in all; that is 40 for each of 20. */
  @Test
  public void eachHiddenNeuronHasAParameterForEachInput() {
    Summary summary = Summary.of(new Sequential("net", new Dense("h", 40, 20, Initializer.zero()), new Sigmoid(),
        new Dense("y", 20, 1, Initializer.zero())), Shape.of(40));
    assertEquals(800, summary.rows().get(0).connections());
    assertEquals(40, summary.rows().get(0).connections() / summary.rows().get(0).units());
  }

  /** Printed: q = sum over i and j of W[i,j] x[j]; for |W x|^2 each q[i] sums over j alone. */
  @Test
  public void aVectorsNumbersAreSumsOverOneIndex() {
    double[] w = {0.1, 0.5, -0.3, 0.8};
    double[] x = {0.2, 0.4};
    double[] q = {w[0] * x[0] + w[1] * x[1], w[2] * x[0] + w[3] * x[1]};
    double numeric = slope(at -> Math.pow(at[0] * x[0] + at[1] * x[1], 2)
        + Math.pow(at[2] * x[0] + at[3] * x[1], 2), w, 2);
    double printed = 2 * (q[0] + q[1]) * x[0];
    assertTrue(Math.abs(printed - numeric) > 0.01);
    assertEquals(2 * q[1] * x[0], numeric, 1e-6);
    assertEquals(sigmoid(0.3) * (1 - sigmoid(0.3)), slope(z -> sigmoid(z[0]), new double[] {0.3}, 0), 1e-6);
  }
}
