package app.inkling.mllib.train;

import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.nn.CifgLstm;
import app.inkling.mllib.nn.DotAttention;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Gru;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.LayerNorm;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.Residual;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.SimpleRnn;
import app.inkling.mllib.nn.TiedEmbedding;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collection;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** Language models of every kind learn ten sentences by heart, and allocate nothing while they do. */
@RunWith(Parameterized.class)
public class SequenceLearningTest {
  private static final int WORDS = 12;
  private static final int FEATURES = 16;
  private static final int STEPS = 5;
  private static final int[] TEN = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

  @Parameterized.Parameters(name = "{0}")
  public static Collection<Object[]> networks() {
    Initializer xavier = Initializer.xavier(new Rng(5));
    return Arrays.asList(
        new Object[] {"simple", new SimpleRnn("r", FEATURES, FEATURES, xavier)},
        new Object[] {"lstm", new Lstm("r", FEATURES, FEATURES, xavier)},
        new Object[] {"cifg", new CifgLstm("r", FEATURES, FEATURES, xavier)},
        new Object[] {"gru", new Gru("r", FEATURES, FEATURES, xavier)},
        new Object[] {"gru and attention", new Sequential("both", new Gru("r", FEATURES, FEATURES, xavier),
            new LayerNorm("n", FEATURES),
            new Residual(new DotAttention("a", FEATURES, FEATURES, true, xavier)))});
  }

  private final TiedEmbedding model;

  public SequenceLearningTest(String name, Layer inner) {
    Initializer xavier = Initializer.xavier(new Rng(6));
    model = new TiedEmbedding("lm", new Embedding("words", WORDS, FEATURES, xavier), inner);
  }

  @Test
  public void learnsTenSentencesByHeartWithoutAllocation() {
    TrainerOptions options = TrainerOptions.DEFAULTS.withBatch(10, 5).withClipNorm(1);
    try (Trainer trainer = new Trainer(model.parameters(), this::record, new Adam(), Schedule.constant(0.02f),
        options)) {
      double last = 0;
      for (int step = 0; step < 400; step++) {
        last = trainer.step(TEN).loss();
      }
      assertTrue("loss " + last, last < 0.02);
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long self = Thread.currentThread().getId();
      long before = threads.getThreadAllocatedBytes(self);
      for (int step = 0; step < 50; step++) {
        trainer.step(TEN);
      }
      long each = (threads.getThreadAllocatedBytes(self) - before) / 50;
      assertTrue(each + " bytes a step", each <= 1024);
    }
  }

  /** Sentence i begins with word i, so that all that follows is determined. */
  private Objective.Shard record(Graph graph, int examples) {
    Tensor words = Tensor.zeros(Shape.of(examples, STEPS));
    Labels next = new Labels(STEPS * examples);
    Rng sentence = new Rng(0);
    Var logits = SequenceOps.matrix(model.apply(graph.input(words)));
    Var loss = new SoftmaxCrossEntropy().apply(logits, next);
    return new Objective.Shard() {
      @Override
      public Var loss() {
        return loss;
      }

      @Override
      public void load(int[] batch, int from, Rng rng) {
        for (int n = 0; n < examples; n++) {
          sentence.seed(batch[from + n]);
          int word = batch[from + n];
          for (int t = 0; t < STEPS; t++) {
            words.rows()[n][t] = word;
            word = sentence.nextInt(WORDS);
            next.set(t * examples + n, word, 1);
          }
        }
      }
    };
  }
}
