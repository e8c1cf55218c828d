package app.inkling.mllib.nn;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.contract.CountingKernels;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.List;
import org.junit.Test;

public class SummaryTest {
  private static final Initializer ZERO = Initializer.zero();

  private static Sequential multilayer() {
    return new Sequential("small", new Dense("hidden", 40, 20, ZERO), new Sigmoid(), new Dense("out", 20, 1,
        ZERO));
  }

  /** The course's example: 40 inputs, 20 hidden units, 1 output. */
  @Test
  public void fortyTwentyOneHas800And820ConnectionsAnd841Parameters() {
    Summary summary = Summary.of(multilayer(), Shape.of(40));
    assertEquals(800, summary.rows().get(0).connections());
    assertEquals(820, summary.total().connections());
    assertEquals(841, summary.total().parameters());
    assertEquals(21, summary.total().units());
    assertEquals(41, summary.total().activations());
    assertEquals(820, summary.total().forward());
    assertEquals(1640, summary.total().backward());
  }

  @Test
  public void printsATable() {
    String[] lines = Summary.of(multilayer(), Shape.of(40)).toString().split("\n");
    assertEquals(5, lines.length);
    assertTrue(lines[0], lines[0].matches("layer +output +parameters +statistics +units +activations +connections "
        + "+forward +backward +sees"));
    assertTrue(lines[1], lines[1].matches("dense hidden +\\[20] +820 +0 +20 +20 +800 +800 +1,600 +all"));
    assertTrue(lines[2], lines[2].matches("sigmoid +\\[20] +0 +0 +0 +20 +0 +0 +0 +all"));
    assertTrue(lines[4], lines[4].matches("total +\\[1] +841 +0 +21 +41 +820 +820 +1,640 +all"));
  }

  /**
   * LeNet-5's first layers in figures: LeCun et al. 1998, "Gradient-based learning applied to document
   * recognition", section II.B, give C1 156 parameters and 122,304 connections, biases counted, that is
   * 117,600 and one bias for each of 4,704 units; windows of S2 have 4 pixels.
   */
  @Test
  public void leNetHasItsPublishedFigures() {
    Sequential leNet = new Sequential("lenet", new Image(32, 32, 1),
        new Conv2d("c1", 1, 6, 5, Padding.VALID, ZERO), new Tanh(), new AveragePool2d(2),
        new Conv2d("c3", 6, 16, 5, Padding.VALID, ZERO), new Tanh(), new AveragePool2d(2),
        new Conv2d("c5", 16, 120, 5, Padding.VALID, ZERO), new Flatten(), new Dense("f6", 120, 84, ZERO));
    List<Summary.Row> rows = Summary.of(leNet, Shape.of(1024)).rows();
    assertEquals(156, rows.get(1).parameters());
    assertEquals(4704, rows.get(1).units());
    assertEquals(122_304, rows.get(1).connections() + rows.get(1).units());
    assertEquals(1176, rows.get(3).units());
    assertEquals(4704, rows.get(3).connections());
    assertEquals(4704, rows.get(3).backward());
    assertEquals(48_120, rows.get(7).parameters());
    assertEquals(10_164, rows.get(9).parameters());
    String[] fields = {"1 x 1", "5 x 5", "5 x 5", "6 x 6", "14 x 14", "14 x 14", "16 x 16", "32 x 32", "32 x 32",
        "all"};
    for (int i = 0; i < fields.length; i++) {
      assertEquals(fields[i], rows.get(i).field().toString());
    }
  }

  /** Yu and Koltun 2016, "Multi-scale context aggregation by dilated convolutions", table 1. */
  @Test
  public void dilatedFiltersSeeAsFarAsPublished() {
    int[] dilations = {1, 1, 2, 4, 8, 16, 1};
    int[] fields = {3, 5, 9, 17, 33, 65, 67};
    ReceptiveField field = ReceptiveField.ONE;
    for (int i = 0; i < dilations.length; i++) {
      field = new Conv2d("c", 1, 1, 3, 3, 1, dilations[i], Padding.SAME, true, ZERO)
          .sees(field, Shape.of(64, 64, 1));
      assertEquals(fields[i] + " x " + fields[i], field.toString());
    }
  }

  @Test
  public void theFieldIsWhereTheGradientIs() {
    Rng rng = new Rng(3);
    Initializer he = Initializer.he(rng);
    Sequential network = new Sequential("deep", new Image(21, 24, 1),
        new Conv2d("a", 1, 3, 3, 2, 1, 2, Padding.VALID, true, he), new AveragePool2d(2),
        new Conv2d("b", 3, 2, 2, 3, 2, 1, Padding.VALID, true, he));
    ReceptiveField field = Summary.of(network, Shape.of(21 * 24)).total().field();
    assertEquals("8 x 8", field.toString());
    assertEquals(4, field.heightStep());
    Graph graph = new Graph();
    Tensor image = Tensor.zeros(Shape.of(1, 21 * 24));
    for (int i = 0; i < image.size(); i++) {
      image.rows()[0][i] = rng.nextFloat();
    }
    Var x = graph.variable(image);
    Var y = new Flatten().apply(network.apply(x));
    Var one = ShapeOps.columns(y, y.shape().get(1) - 1, 1);
    graph.backward(new SquaredError().apply(one, graph.input(Tensor.zeros(Shape.of(1, 1)))));
    float[] gradient = graph.gradient(x).toArray();
    int top = 21;
    int bottom = -1;
    int left = 24;
    int right = -1;
    for (int i = 0; i < gradient.length; i++) {
      if (gradient[i] != 0) {
        top = Math.min(top, i / 24);
        bottom = Math.max(bottom, i / 24);
        left = Math.min(left, i % 24);
        right = Math.max(right, i % 24);
      }
    }
    assertEquals(field.height(), bottom - top + 1);
    assertEquals(field.width(), right - left + 1);
  }

  /** Counted in the products themselves, on 8 examples. */
  @Test
  public void theWayBackCostsTwiceTheWayForthButInTheFirstLayer() {
    CountingKernels kernels = new CountingKernels();
    Graph graph = new Graph(kernels);
    Sequential network = multilayer();
    Var scores = network.apply(graph.input(Tensor.zeros(Shape.of(8, 40))));
    assertEquals(8 * 820, kernels.count());
    Var loss = new SoftmaxCrossEntropy().apply(scores, new Labels(8));
    graph.backward(loss);
    assertEquals(8 * (820 + 1640 - 800), kernels.count());
  }

  @Test
  public void countsStatisticsApartAndInnerSequencesByThemselves() {
    Sequential network = new Sequential("outer", new Sequential("inner", new Dense("d", 3, 4, ZERO),
        new BatchNorm("n", 4)), new Residual(new Sequential("r", new Dense("e", 4, 4, ZERO), new Relu())));
    Summary summary = Summary.of(network, Shape.of(3));
    assertEquals(3, summary.rows().size());
    assertEquals("batchNorm n", summary.rows().get(1).layer());
    assertEquals(8, summary.rows().get(1).parameters());
    assertEquals(8, summary.rows().get(1).statistics());
    assertEquals("residual", summary.rows().get(2).layer());
    assertEquals(16, summary.rows().get(2).connections());
    assertEquals(44, summary.total().parameters());
  }

  @Test
  public void sequencesCountTheirSteps() {
    Sequential network = new Sequential("words", new Embedding("e", 100, 8, ZERO), new Lstm("l", 8, 16, ZERO),
        new EachStep(new Dense("d", 16, 100, ZERO)));
    Summary summary = Summary.of(network, Shape.of(5));
    assertEquals(0, summary.rows().get(0).connections());
    assertEquals(40, summary.rows().get(0).units());
    assertEquals(5 * 4 * 16 * (8 + 16), summary.rows().get(1).connections());
    assertEquals(5 * 1600, summary.rows().get(2).connections());
  }

  @Test
  public void refusesAnInputThatDoesNotFit() {
    assertThrows(ShapeException.class, () -> Summary.of(multilayer(), Shape.of(41)));
  }
}
