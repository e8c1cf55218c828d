package app.inkling.mllib.model.linear;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import app.inkling.mllib.data.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

/**
 * Our linear models against scikit-learn's on the same tables; {@code reference/linear.py} made the numbers.
 */
public class LinearReferenceTest {
  private final Map<String, double[]> reference = new HashMap<>();

  @Before
  public void readReference() throws IOException {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        getClass().getResourceAsStream("/reference/linear.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        if (!words[0].equals("#")) {
          reference.put(words[0], Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray());
        }
      }
    }
  }

  private double one(String name) {
    return reference.get(name)[0];
  }

  @Test
  public void leastSquaresAgreeByCholeskyByQrAndByDescent() throws IOException {
    Table diabetes = Tables.standardized("diabetes");
    requireAgrees("leastSquares", diabetes, LinearRegression.closedForm(diabetes, 0), 1e-7);
    requireAgrees("leastSquares", diabetes, LinearRegression.byQr(diabetes), 1e-7);
    requireAgrees("leastSquares", diabetes, new LinearRegression(10).descend(diabetes, 0, 0.45, 20_000), 1e-4);
  }

  @Test
  public void ridgeAgreesInClosedFormAndByDescent() throws IOException {
    Table diabetes = Tables.standardized("diabetes");
    requireAgrees("ridge", diabetes, LinearRegression.closedForm(diabetes, 0.5), 1e-7);
    requireAgrees("ridge", diabetes, new LinearRegression(10).descend(diabetes, 0.5, 0.4, 300), 1e-7);
  }

  private void requireAgrees(String name, Table table, LinearRegression model, double tolerance) {
    assertArrayEquals(reference.get(name + ".weights"), model.weights(), tolerance);
    assertEquals(one(name + ".intercept"), model.intercept(), tolerance);
    assertEquals(one(name + ".explained"), model.explained(table), tolerance);
  }

  @Test
  public void lassoAgreesAndLeavesTheSameInputsOut() throws IOException {
    Lasso lasso = Lasso.fit(Tables.standardized("diabetes"), 2, 10_000);
    assertArrayEquals(reference.get("lasso.weights"), lasso.weights(), 1e-6);
    assertEquals(one("lasso.intercept"), lasso.intercept(), 1e-9);
    for (int j = 0; j < 10; j++) {
      assertEquals(reference.get("lasso.weights")[j] == 0, lasso.weights()[j] == 0);
    }
  }

  @Test
  public void logisticRegressionAgrees() throws IOException {
    Table cancer = Tables.standardized("breast_cancer");
    LogisticRegression model = new LogisticRegression(30).descend(cancer, 0.1, 0.5, 3000);
    assertArrayEquals(reference.get("logistic.theta"), model.theta(), 1e-5);
    assertEquals(one("logistic.accuracy"), model.accuracy(cancer), 1e-12);
  }

  @Test
  public void softmaxRegressionAgrees() throws IOException {
    for (String name : new String[] {"iris", "wine"}) {
      Table table = Tables.standardized(name);
      SoftmaxRegression model = new SoftmaxRegression(table.inputs()[0].length, table.classes());
      model.descend(table, 0.1, 0.5, 0, 1500);
      double[] wanted = reference.get(name + ".probabilities");
      for (int n = 0; n < table.size(); n += 25) {
        for (int k = 0; k < 3; k++) {
          assertEquals(wanted[n / 25 * 3 + k], model.probabilities(table.inputs()[n])[k], 1e-5);
        }
      }
      assertEquals(one(name + ".accuracy"), model.accuracy(table), 1e-12);
    }
  }
}
