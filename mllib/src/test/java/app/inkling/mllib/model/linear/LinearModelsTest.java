package app.inkling.mllib.model.linear;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.Split;
import app.inkling.mllib.data.Table;
import app.inkling.mllib.loss.BinaryCrossEntropy;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.MulticlassHinge;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.Test;

/** What the course says of linear models, and the tape held to the same models written in the clear. */
public class LinearModelsTest {
  @Test
  public void climbingTheLikelihoodIsDescendingTheLossStepByStep() throws IOException {
    Table cancer = Tables.standardized("breast_cancer");
    LogisticRegression down = new LogisticRegression(30);
    LogisticRegression up = new LogisticRegression(30);
    for (int step = 0; step < 50; step++) {
      down.descend(cancer, 0.01, 0.3, 1);
      up.ascend(cancer, 0.01, 0.3, 1);
      assertArrayEquals(down.theta(), up.theta(), 0);
      assertEquals(-up.logLikelihood(cancer), down.loss(cancer), 1e-12);
    }
    assertTrue(down.accuracy(cancer) > 0.96);
  }

  /** Held out in 10 folds. */
  @Test
  public void logisticRegressionTellsTumoursOfOthersApart() throws IOException {
    for (int seed = 1; seed <= 3; seed++) {
      double right = 0;
      for (Split fold : Split.folds(569, 10, seed)) {
        Table raw = Tables.raw("breast_cancer");
        Table train = raw.rows(fold.training());
        Table held = raw.rows(fold.validation()).standardizedBy(train);
        right += new LogisticRegression(30).descend(train.standardizedBy(train), 0.01, 0.5, 300).accuracy(held) / 10;
      }
      assertTrue("seed " + seed + ": " + right, right > 0.965);
    }
  }

  @Test
  public void theSupportVectorMachineTellsWinesAndIrisesApart() throws IOException {
    String[] names = {"wine", "iris"};
    double[] atLeast = {0.95, 0.92};
    for (int i = 0; i < names.length; i++) {
      for (int seed = 1; seed <= 3; seed++) {
        Table raw = Tables.raw(names[i]);
        double right = 0;
        for (Split fold : Split.folds(raw.size(), 5, seed)) {
          Table train = raw.rows(fold.training());
          MulticlassSvm svm = new MulticlassSvm(raw.inputs()[0].length, 3);
          svm.descend(train.standardizedBy(train), 1e-3, 0.5, 0.01, 600);
          right += svm.accuracy(raw.rows(fold.validation()).standardizedBy(train)) / 5;
        }
        assertTrue(names[i] + ", seed " + seed + ": " + right, right > atLeast[i]);
      }
    }
  }

  /** One dense layer of the tape, with the model's weights. */
  private static Dense dense(double[][] weights) {
    int inputs = weights[0].length - 1;
    Dense dense = new Dense("d", inputs, weights.length, Initializer.zero());
    for (int k = 0; k < weights.length; k++) {
      for (int j = 0; j < inputs; j++) {
        dense.weight().value().rows()[j][k] = (float) weights[k][j];
      }
      dense.bias().value().rows()[0][k] = (float) weights[k][inputs];
    }
    return dense;
  }

  private static Tensor inputs(Table table) {
    Tensor x = Tensor.zeros(Shape.of(table.size(), table.inputs()[0].length));
    for (int n = 0; n < table.size(); n++) {
      for (int j = 0; j < x.rowLength(); j++) {
        x.rows()[n][j] = (float) table.inputs()[n][j];
      }
    }
    return x;
  }

  private static void requireSame(double[][] gradient, Graph graph, Dense dense, double factor) {
    for (int k = 0; k < gradient.length; k++) {
      for (int j = 0; j < gradient[k].length - 1; j++) {
        assertEquals(gradient[k][j], factor * graph.gradient(dense.weight()).rows()[j][k], 2e-6);
      }
      assertEquals(gradient[k][gradient[k].length - 1], factor * graph.gradient(dense.bias()).rows()[0][k], 2e-6);
    }
  }

  @Test
  public void theTapeHasTheGradientOfSoftmaxRegressionAndOfTheSupportVectorMachine() throws IOException {
    Table wine = Tables.standardized("wine");
    for (LinearClassifier model : new LinearClassifier[] {new SoftmaxRegression(13, 3), new MulticlassSvm(13, 3)}) {
      Rng rng = new Rng(4);
      for (double[] row : model.weights()) {
        for (int j = 0; j < row.length; j++) {
          row[j] = (float) rng.nextGaussian();
        }
      }
      Dense dense = dense(model.weights());
      Graph graph = new Graph();
      Var scores = dense.apply(graph.input(inputs(wine)));
      Labels labels = Labels.of(wine.labels());
      Var loss = model instanceof SoftmaxRegression ? new SoftmaxCrossEntropy().apply(scores, labels)
          : new MulticlassHinge().apply(scores, labels);
      graph.backward(loss);
      assertEquals(model.loss(wine), loss.scalar(), 1e-5 * loss.scalar());
      requireSame(model.gradient(wine, 0), graph, dense, 1);
    }
  }

  @Test
  public void theTapeHasTheGradientOfLogisticRegression() throws IOException {
    Table cancer = Tables.standardized("breast_cancer");
    LogisticRegression model = new LogisticRegression(30).descend(cancer, 0, 0.1, 3);
    Dense dense = dense(new double[][] {model.theta()});
    Graph graph = new Graph();
    Tensor targets = Tensor.zeros(Shape.of(cancer.size(), 1));
    for (int n = 0; n < cancer.size(); n++) {
      targets.rows()[n][0] = (float) cancer.targets()[n];
    }
    Var loss = new BinaryCrossEntropy().apply(dense.apply(graph.input(inputs(cancer))), graph.input(targets));
    graph.backward(loss);
    assertEquals(model.loss(cancer), loss.scalar(), 1e-5);
    requireSame(new double[][] {model.lossGradient(cancer, 0)}, graph, dense, 1);
  }

  /** A step of the model's descent is its gradient; the tape's squared error has no half, so twice of it. */
  @Test
  public void theTapeHasTwiceTheGradientOfLinearRegression() throws IOException {
    Table iris = Tables.standardized("iris");
    LinearRegression model = new LinearRegression(4).descend(iris, 0, 1, 1);
    double[][] gradient = {{-model.weights()[0], -model.weights()[1], -model.weights()[2], -model.weights()[3],
        -model.intercept()}};
    Dense dense = dense(new double[1][5]);
    Graph graph = new Graph();
    Tensor targets = Tensor.zeros(Shape.of(iris.size(), 1));
    for (int n = 0; n < iris.size(); n++) {
      targets.rows()[n][0] = (float) iris.targets()[n];
    }
    graph.backward(new SquaredError().apply(dense.apply(graph.input(inputs(iris))), graph.input(targets)));
    requireSame(gradient, graph, dense, 0.5);
  }

  @Test
  public void refusesInputsThatAreSumsOfOthers() {
    Table twice = new Table(new double[][] {{1, 2}, {2, 4}, {4, 8}}, new double[] {1, 2, 3});
    assertTrue(assertThrows(IllegalArgumentException.class, () -> LinearRegression.closedForm(twice, 0)).getMessage()
        .contains("A ridge above 0 helps"));
    assertEquals(8 / 7.0, LinearRegression.closedForm(twice, 1e-9).predict(1, 2), 1e-6);
  }

  @Test
  public void saysWhereATableIsWrong() {
    refuses("2,1,x\n1,2\n", "wanted 2 rows, got 1");
    refuses("1,1,x\n1,two\n", "line 2");
    refuses("1,2,x\n1,2\n", "2 numbers and a target");
    refuses("", "wanted a first line with the numbers of rows and inputs");
  }

  private static void refuses(String text, String expected) {
    String message = assertThrows(FormatException.class, () -> Table.readCsv(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "small.csv")).getMessage();
    assertTrue(message, message.contains(expected) && message.contains("small.csv"));
  }
}
