package app.inkling.mllib.cli.bench;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.optim.Sgd;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Objective;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;

/** Training the {@link LanguageModel} with clipped SGD on batches of 16 sequences of 20 words. */
public final class LanguageTrainingWork implements AutoCloseable {
  /** Sequences of one step. */
  public static final int BATCH = 16;
  /** Words of one sequence. */
  public static final int STEPS = 20;
  private static final float LONGEST_GRADIENT = 5;

  private final Sequential network;
  private final Trainer trainer;
  private final int[] batch = new int[BATCH];
  private int text;

  /** @param threads a divisor of {@link #BATCH}; each gets an equal part of the batch */
  public LanguageTrainingWork(int threads, Kernels kernels) {
    network = LanguageModel.forTraining(new Rng(1));
    trainer = new Trainer(network.parameters(), new Texts(), new Sgd(), Schedule.constant(0.1f),
        TrainerOptions.DEFAULTS.withBatch(BATCH, BATCH / threads).withThreads(threads).withKernels(kernels)
            .withClipNorm(LONGEST_GRADIENT));
  }

  /** One update. */
  public void step() {
    for (int i = 0; i < BATCH; i++) {
      batch[i] = text++;
    }
    trainer.step(batch);
  }

  @Override
  public void close() {
    trainer.close();
  }

  /** A text by its number: each word follows from the one before. */
  private static int wordAfter(int word) {
    return (word * 31 + 7) % LanguageModel.WORDS;
  }

  private final class Texts implements Objective {
    @Override
    public Shard record(Graph graph, int count) {
      Tensor words = Tensor.zeros(Shape.of(count, STEPS));
      Labels next = new Labels(STEPS * count);
      Var logits = network.apply(graph.input(words));
      Var loss = new SoftmaxCrossEntropy().apply(SequenceOps.matrix(logits), next);
      return new Shard() {
        @Override
        public Var loss() {
          return loss;
        }

        @Override
        public void load(int[] texts, int from, Rng rng) {
          for (int i = 0; i < count; i++) {
            int word = Math.floorMod(texts[from + i] * 101, LanguageModel.WORDS);
            for (int t = 0; t < STEPS; t++) {
              words.rows()[i][t] = word;
              word = wordAfter(word);
              next.set(t * count + i, word, 1);
            }
          }
        }
      };
    }
  }
}
