package app.inkling.mllib.bench;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Work;
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
import java.util.Arrays;

/** W3 with the library's own trainer. */
final class TextTraining implements Work, Objective {
  private final Texts order = new Texts();
  private final int[][] texts = Texts.all();
  private final Sequential network = Models.language();
  private final Trainer trainer;
  private final int[] batch = new int[Texts.BATCH];

  TextTraining(int threads, Kernels kernels) {
    trainer = new Trainer(network.parameters(), this, new Sgd(), Schedule.constant(Texts.LEARNING_RATE),
        TrainerOptions.DEFAULTS.withBatch(Texts.BATCH, Texts.BATCH / threads).withThreads(threads)
            .withKernels(kernels).withClipNorm(Texts.CLIP_NORM));
  }

  @Override
  public float step() {
    int first = order.take(Texts.BATCH);
    Arrays.setAll(batch, i -> first + i);
    return (float) trainer.step(batch).loss();
  }

  @Override
  public Shard record(Graph graph, int count) {
    Tensor words = Tensor.zeros(Shape.of(count, Texts.STEPS));
    Labels next = new Labels(Texts.STEPS * count);
    Var logits = SequenceOps.matrix(network.apply(graph.input(words)));
    Var loss = new SoftmaxCrossEntropy().apply(logits, next);
    return new Shard() {
      @Override
      public Var loss() {
        return loss;
      }

      @Override
      public void load(int[] numbers, int from, Rng rng) {
        for (int i = 0; i < count; i++) {
          int[] text = texts[numbers[from + i]];
          for (int t = 0; t < Texts.STEPS; t++) {
            words.rows()[i][t] = text[t];
            next.set(t * count + i, text[t + 1], 1);
          }
        }
      }
    };
  }

  @Override
  public void close() {
    trainer.close();
  }
}
