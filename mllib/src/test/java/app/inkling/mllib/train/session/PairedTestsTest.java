package app.inkling.mllib.train.session;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import org.junit.Test;

/**
 * The paired tests against numbers of others: SciPy 1.17.1 ({@code stats.wilcoxon(d, alternative="greater",
 * correction=True)}, {@code stats.binomtest(min(b, c), b + c)}, {@code stats.norm.sf}), and R's
 * documentation.
 */
public class PairedTestsTest {
  @Test
  public void agreesWithHollanderAndWolfesDepressionScores() {
    double[] first = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] second = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    double[] differences = new double[first.length];
    Arrays.setAll(differences, i -> first[i] - second[i]);
    assertEquals("R, ?wilcox.test: V = 40, p-value = 0.01953", 0.01953125, SignedRank.above(differences),
        1e-15);
  }

  @Test
  public void agreesWithSciPyWhereSizesAreTied() {
    double[] few = {1, 2, -2, 3, 3, 4, -5, 6, 0, 7, 7, -1, 8};
    assertEquals(0.022563474444338052, SignedRank.above(few), 1e-12);
    double[] many = new double[80];
    Arrays.setAll(many, i -> ((i * 37) % 101 - 45) / 10.0);
    assertEquals(0.07230362815190532, SignedRank.above(many), 1e-12);
  }

  @Test
  public void nothingDifferentIsNoEvidence() {
    assertEquals(1, SignedRank.above(new double[5]), 0);
    assertEquals(1.0 / 32, SignedRank.above(new double[] {1, 2, 3, 4, 5}), 0);
    assertEquals(1, SignedRank.above(new double[] {-1, -2, -3, -4, -5}), 0);
  }

  @Test
  public void mcNemarAgreesWithTheExactBinomialTest() {
    assertEquals(0.03515625, McNemar.probability(3, 12), 1e-15);
    assertEquals(0.0625, McNemar.probability(5, 0), 1e-15);
    assertEquals(3.7159361395713866e-05, McNemar.probability(86, 150), 1e-15);
    assertEquals(1, McNemar.probability(10, 10), 0);
    assertEquals(1, McNemar.probability(0, 0), 0);
  }

  @Test
  public void mcNemarOfManyUsesTheCorrectedNormal() {
    double z = (300 - 1) / Math.sqrt(1100);
    assertEquals(2 * Normal.above(z), McNemar.probability(400, 700), 0);
    assertEquals("close to the exact probability", Math.log(1.1735888055606002e-19),
        Math.log(McNemar.probability(400, 700)), 0.6);
  }

  @Test
  public void theNormalTailAgreesWithSciPy() {
    assertEquals(0.5, Normal.above(0), 0);
    assertEquals(0.3085375387259869, Normal.above(0.5), 1e-14);
    assertEquals(0.024997895148220435, Normal.above(1.96), 1e-14);
    assertEquals(0.00023262907903552502, Normal.above(3.5), 1e-15);
    assertEquals(9.865876450376946e-10, Normal.above(6), 1e-20);
    assertEquals(0.8413447460685429, Normal.above(-1), 1e-14);
  }
}
