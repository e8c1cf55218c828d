package app.inkling.mllib.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.Test;

/** On small images of bars, upright or level, with noise. */
public class TrainerTest {
  private static final int SIDE = 10;
  private static final int EXAMPLES = 96;
  private static final String RECORDED_CRC = "2b01bf59";
  private static final TrainerOptions OPTIONS =
      TrainerOptions.DEFAULTS.withBatch(32, 8).withAverage(0.9f).withClipNorm(5).withSeed(3);

  private final float[][] images = new float[EXAMPLES][SIDE * SIDE];
  private final int[] classes = new int[EXAMPLES];

  public TrainerTest() {
    Rng rng = new Rng(1);
    for (int i = 0; i < EXAMPLES; i++) {
      classes[i] = i % 2;
      int line = rng.nextInt(SIDE);
      for (int j = 0; j < SIDE; j++) {
        images[i][classes[i] == 0 ? line * SIDE + j : j * SIDE + line] = 1;
      }
      for (int p = 0; p < SIDE * SIDE; p++) {
        images[i][p] += 0.2f * rng.nextFloat();
      }
    }
  }

  @Test
  public void learnsToTellBarsApart() {
    Sequential network = network();
    List<StepReport> reports = new ArrayList<>();
    train(network, OPTIONS, Budget.ofSteps(150), reports::add);
    assertEquals(150, reports.size());
    assertTrue("first loss " + reports.get(0).loss(), Math.abs(reports.get(0).loss() - Math.log(2)) < 0.6);
    assertTrue("last loss " + reports.get(149).loss(), reports.get(149).loss() < 0.05);
  }

  @Test
  public void anyNumberOfThreadsGivesTheSameBytes() {
    byte[] one = train(network(), OPTIONS, Budget.ofSteps(12), TrainingListener.NONE);
    assertArrayEquals(one,
        train(network(), OPTIONS.withThreads(2), Budget.ofSteps(12), TrainingListener.NONE));
    assertArrayEquals(one,
        train(network(), OPTIONS.withThreads(4), Budget.ofSteps(12), TrainingListener.NONE));
  }

  @Test
  public void aBatchInRoundsGivesTheBytesOfTheWholeBatch() {
    byte[] whole = train(network(), OPTIONS, Budget.ofSteps(12), TrainingListener.NONE);
    for (int rounds : new int[] {2, 4}) {
      for (int threads = 1; threads <= 2; threads++) {
        assertArrayEquals(whole,
            train(network(), OPTIONS.withRounds(rounds).withThreads(threads), Budget.ofSteps(12),
            TrainingListener.NONE));
      }
    }
  }

  @Test
  public void refusesRoundsThatDoNotDivideTheShards() {
    String message = assertThrows(IllegalArgumentException.class, () -> OPTIONS.withRounds(3)).getMessage();
    assertTrue(message, message.contains("4 shards in 3 rounds; wants a divisor"));
  }

  /**
   * Whoever changes these bytes makes the shipped models' commands give other models: then train them anew.
   */
  @Test
  public void theBytesAreTheRecordedOnes() {
    CRC32 crc = new CRC32();
    crc.update(train(network(), OPTIONS, Budget.ofSteps(12), TrainingListener.NONE));
    assertEquals(RECORDED_CRC, Long.toHexString(crc.getValue()));
  }

  @Test
  public void anotherSeedGivesOtherBytes() {
    byte[] one = train(network(), OPTIONS, Budget.ofSteps(3), TrainingListener.NONE);
    byte[] other = train(network(), OPTIONS.withSeed(4), Budget.ofSteps(3), TrainingListener.NONE);
    assertTrue(!java.util.Arrays.equals(one, other));
  }

  @Test
  public void aTrainingCutOffAnywhereEndsInTheSameBytes() throws FormatException {
    byte[] straight = train(network(), OPTIONS, Budget.ofSteps(10), TrainingListener.NONE);
    for (int cut = 0; cut < 10; cut += 3) {
      byte[] half = train(network(), OPTIONS, Budget.ofSteps(cut), TrainingListener.NONE);
      Batches batches = batches();
      try (Trainer trainer = trainer(network(), OPTIONS)) {
        trainer.restore(Checkpoint.fromBytes("half", half), batches);
        trainer.train(batches, Budget.ofSteps(10), TrainingListener.NONE);
        assertArrayEquals("cut at " + cut, straight, trainer.save(new Checkpoint(), batches).toBytes());
      }
    }
  }

  @Test
  public void stopsBetweenTwoStepsWhenCancelledOrOutOfTime() {
    List<StepReport> reports = new ArrayList<>();
    train(network(), OPTIONS, Budget.ofSteps(100).withCancel(() -> reports.size() == 4), reports::add);
    assertEquals(4, reports.size());
    train(network(), OPTIONS, Budget.ofSteps(100).withTime(Duration.ZERO), reports::add);
    assertEquals(4, reports.size());
  }

  @Test
  public void refusesALossThatIsNoNumberAndKeepsTheWeights() {
    Sequential network = network();
    images[5][7] = Float.NaN;
    int[] examples = new int[32];
    examples[30] = 5;
    try (Trainer trainer = trainer(network, OPTIONS)) {
      float[] before = network.parameters().get(0).value().toArray();
      ArithmeticException refusal = assertThrows(ArithmeticException.class, () -> trainer.step(examples));
      assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("Trainer: in step 1 the loss is NaN"));
      assertArrayEquals(before, network.parameters().get(0).value().toArray(), 0);
      assertEquals(0, trainer.steps());
    }
  }

  @Test
  public void refusesACheckpointOfAnotherNetwork() {
    byte[] bytes = train(network(), OPTIONS, Budget.ofSteps(1), TrainingListener.NONE);
    Sequential wider = new Sequential("bars", new Dense("out", SIDE * SIDE, 2, Initializer.he(new Rng(1))));
    try (Trainer trainer = trainer(wider, OPTIONS)) {
      FormatException refusal = assertThrows(FormatException.class,
          () -> trainer.restore(Checkpoint.fromBytes("bars.inkling", bytes), batches()));
      assertTrue(refusal.getMessage(), refusal.getMessage().contains("wanted out/weight[100, 2], got"));
    }
  }

  @Test
  public void recordsItsKernelsAndRefusesToGoOnAfterOthers() throws FormatException {
    Checkpoint saved = Checkpoint.fromBytes("bars.inkling",
        train(network(), OPTIONS, Budget.ofSteps(1), TrainingListener.NONE));
    assertEquals("plain", Section.text(saved, Checkpoint.KERNELS));
    Checkpoint faster = saved.with(Checkpoint.KERNELS, Section.text("vector"));
    try (Trainer trainer = trainer(network(), OPTIONS)) {
      FormatException refusal = assertThrows(FormatException.class, () -> trainer.restore(faster, batches()));
      assertTrue(refusal.getMessage(), refusal.getMessage()
          .contains("wanted a training with \"plain\" kernels"));
    }
  }

  @Test
  public void anErrorInAShardReachesTheCallerAndTheTrainerGoesOn() {
    Sequential network = network();
    try (Trainer trainer = trainer(network, OPTIONS.withThreads(2))) {
      int[] examples = new int[32];
      examples[30] = EXAMPLES;
      assertThrows(ArrayIndexOutOfBoundsException.class, () -> trainer.step(examples));
      examples[30] = 0;
      assertEquals(1, trainer.step(examples).step());
    }
  }

  @Test
  public void usingTheAverageReplacesTheWeights() {
    Sequential network = network();
    try (Trainer trainer = trainer(network, OPTIONS)) {
      trainer.train(batches(), Budget.ofSteps(5), TrainingListener.NONE);
      float[] last = network.parameters().get(0).value().toArray();
      trainer.useAverage();
      assertTrue(!java.util.Arrays.equals(last, network.parameters().get(0).value().toArray()));
    }
  }

  private byte[] train(Sequential network, TrainerOptions options, Budget budget, TrainingListener listener) {
    Batches batches = batches();
    try (Trainer trainer = trainer(network, options)) {
      trainer.train(batches, budget, listener);
      return trainer.save(new Checkpoint(), batches).toBytes();
    }
  }

  private static Batches batches() {
    return new Batches(EXAMPLES, 32, 5);
  }

  private Trainer trainer(Sequential network, TrainerOptions options) {
    return new Trainer(network.parameters(), new Bars(network), new Adam(0.01f), Schedule.constant(0.01f),
        options);
  }

  private static Sequential network() {
    Rng rng = new Rng(2);
    return new Sequential("bars", new Image(SIDE, SIDE, 1),
        new Conv2d("conv", 1, 6, 3, Padding.VALID, Initializer.he(rng)), new Relu(), new MaxPool2d(2),
        new Flatten(),
        new Dropout(0.2f), new Dense("out", 96, 2, Initializer.he(rng)));
  }

  private final class Bars implements Objective {
    private final Sequential network;

    Bars(Sequential network) {
      this.network = network;
    }

    @Override
    public Shard record(Graph graph, int examples) {
      Tensor input = Tensor.zeros(Shape.of(examples, SIDE * SIDE));
      Labels labels = new Labels(examples);
      Var loss = new SoftmaxCrossEntropy().apply(network.apply(graph.input(input)), labels);
      return new Shard() {
        @Override
        public Var loss() {
          return loss;
        }

        @Override
        public void load(int[] batch, int from, Rng rng) {
          for (int n = 0; n < examples; n++) {
            int example = batch[from + n];
            System.arraycopy(images[example], 0, input.rows()[n], 0, SIDE * SIDE);
            labels.set(n, classes[example], 1);
          }
        }
      };
    }
  }
}
