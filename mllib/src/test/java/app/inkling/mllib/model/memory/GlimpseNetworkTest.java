package app.inkling.mllib.model.memory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.GlimpseOps.Grid;
import app.inkling.mllib.autodiff.GradientCheck;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.digits.personal.GeneralDigits;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Five hundred digits, drawn small and somewhere, are found and read; asked about five hundred others. */
public class GlimpseNetworkTest {
  private static final Path FILE = Path.of("src/models/general-digits.inkling");
  private static final Grid GRID = new Grid(28, 14, 2);
  private static final Grid COARSE = new Grid(28, 14, 4);
  private static final int BATCH = 32;

  private static GeneralDigits digits() throws IOException {
    return GeneralDigits.load(FILE.toString(), Files.readAllBytes(FILE));
  }

  private static ClutteredDigits small(LabelledImages images) {
    return new ClutteredDigits(images, 2, GRID.side(), 0);
  }

  private static void teach(GlimpseNetwork network, ClutteredDigits digits, int steps, long seed) {
    try (Trainer trainer = new Trainer(network.parameters(), new GlimpseObjective(network, digits), new Adam(),
        Schedule.cosine(0.003f, 0, steps),
        TrainerOptions.DEFAULTS.withBatch(BATCH, BATCH).withSeed(seed).withClipNorm(5))) {
      trainer.train(new Batches(digits.size(), BATCH, seed), Budget.ofSteps(steps), TrainingListener.NONE);
    }
  }

  /** The share of a digit's ink that lies in the window it looks at last. */
  private static double inkSeen(GlimpseNetwork network, ClutteredDigits digits) {
    Grid grid = network.grid();
    Tensor canvas = Tensor.zeros(Shape.of(1, grid.side() * grid.side()));
    Graph graph = new Graph();
    GlimpseNetwork.Looks looks = network.look(graph.input(canvas));
    float[] weights = looks.weights().get(1).value().rows()[0];
    double share = 0;
    for (int index = 0; index < digits.size(); index++) {
      digits.draw(canvas.rows()[0], index, new Rng(index));
      graph.forward();
      double all = 0;
      double seen = 0;
      for (int pixel = 0; pixel < canvas.size(); pixel++) {
        float ink = canvas.rows()[0][pixel];
        all += ink;
        for (int place = 0; place < weights.length; place++) {
          int line = pixel / grid.side() - grid.corner(place) / grid.side();
          int column = pixel % grid.side() - grid.corner(place) % grid.side();
          boolean inside = line >= 0 && line < grid.window() && column >= 0 && column < grid.window();
          seen += inside ? weights[place] * ink : 0;
        }
      }
      share += seen / all / digits.size();
    }
    return share;
  }

  /**
   * Right were 55, 61 and 54 %, and the ink seen rose from 50, 42 and 43 to 60, 67 and 67 %, with seeds 1 to
   * 3.
   */
  @Test
  public void hardAttentionLearnsWhereToLookByReward() throws IOException {
    GlimpseNetwork network = new GlimpseNetwork(true, GRID, 2, 64, 10, new Rng(1));
    ClutteredDigits others = small(digits().measuring());
    double before = inkSeen(network, others);
    teach(network, small(digits().replay()), 2500, 1);
    double after = inkSeen(network, others);
    double accuracy = new GlimpseObjective(network, others).accuracy(new Rng(9));
    assertTrue("accuracy " + accuracy, accuracy > 0.45);
    assertTrue("ink " + before + ", then " + after, after > before + 0.05);
  }

  /**
   * Right were 57, 55 and 61 %, and the ink seen rose from 46, 45 and 45 to 53, 60 and 72 %, with seeds 1 to
   * 3; on the finer grid, whose windows blur into each other, about 40 % were right.
   */
  @Test
  public void softAttentionLearnsWhereToLookByDescent() throws IOException {
    GlimpseNetwork network = new GlimpseNetwork(false, COARSE, 2, 64, 10, new Rng(1));
    ClutteredDigits others = small(digits().measuring());
    double before = inkSeen(network, others);
    teach(network, small(digits().replay()), 1500, 1);
    double after = inkSeen(network, others);
    double accuracy = new GlimpseObjective(network, others).accuracy(new Rng(9));
    assertTrue("accuracy " + accuracy, accuracy > 0.45);
    assertTrue("ink " + before + ", then " + after, after > before + 0.03);
  }

  /** Soft attention's gradient is that of the whole, the scores' included. */
  @Test
  public void gradientOfSoftAttentionAgreesWithDifferences() {
    GlimpseNetwork network = new GlimpseNetwork(false, new Grid(8, 4, 2), 2, 6, 3, new Rng(2));
    Graph graph = new Graph();
    Rng random = new Rng(3);
    Tensor images = Tensor.zeros(Shape.of(2, 64));
    for (float[] row : images.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextFloat();
      }
    }
    Var loss = new SoftmaxCrossEntropy().apply(network.look(graph.input(images)).logits(), Labels.of(0, 2));
    List<Var> weights = network.parameters().stream().map(graph::parameter).toList();
    double error = GradientCheck.worstError(graph, loss, weights, new Rng(4));
    assertTrue("error " + error, error < 1e-2);
  }

  @Test
  public void aDigitLiesWholeOnItsCanvasAndCluttersAddInk() throws IOException {
    LabelledImages images = digits().measuring();
    float[] digit = new float[28 * 28];
    images.copyImage(3, digit);
    double ink = sum(digit);
    float[] canvas = new float[40 * 40];
    new ClutteredDigits(images, 1, 40, 0).draw(canvas, 3, new Rng(1));
    assertEquals(ink, sum(canvas), 1e-3);
    new ClutteredDigits(images, 2, 40, 0).draw(canvas, 3, new Rng(1));
    assertEquals(ink / 4, sum(canvas), 1e-3);
    new ClutteredDigits(images, 2, 40, 8).draw(canvas, 3, new Rng(1));
    assertTrue(sum(canvas) > ink / 4 + 1);
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  @Test
  public void refusesWhatDoesNotFit() throws IOException {
    LabelledImages images = digits().measuring();
    requireRefusal("ClutteredDigits: ", () -> new ClutteredDigits(images, 3, 40, 0));
    requireRefusal("ClutteredDigits: ", () -> new ClutteredDigits(images, 1, 20, 0));
    requireRefusal("GlimpseOps: ", () -> new Grid(10, 11, 1));
    requireRefusal("GlimpseNetwork: 0 glimpses", () -> new GlimpseNetwork(true, GRID, 0, 8, 10, new Rng(1)));
  }

  private static void requireRefusal(String start, ThrowingRunnable step) {
    String message = assertThrows(IllegalArgumentException.class, step).getMessage();
    assertTrue(message, message.startsWith(start) && message.contains("wants "));
  }
}
