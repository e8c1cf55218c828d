package app.inkling.mllib.cli.bench;

import app.inkling.mllib.autodiff.Graph;
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

/** Training one of the {@link Networks} with SGD on batches of 32, softmax cross-entropy. */
public final class TrainingWork implements AutoCloseable {
  /** Examples of one step. */
  public static final int BATCH = 32;
  private static final int IMAGES = 1024;

  private final float[][] images = new float[IMAGES][Networks.PIXELS];
  private final Sequential network;
  private final Trainer trainer;
  private final int[] batch = new int[BATCH];
  private final Rng random = new Rng(1);
  private int drawn;
  private int next;

  /** @param threads a divisor of {@link #BATCH}; each gets an equal part of the batch */
  public TrainingWork(Networks kind, int threads, Kernels kernels) {
    network = kind.create(random);
    trainer = new Trainer(network.parameters(), new Examples(), new Sgd(), Schedule.constant(0.01f),
        TrainerOptions.DEFAULTS.withBatch(BATCH, BATCH / threads).withThreads(threads).withKernels(kernels));
  }

  /** One update. */
  public void step() {
    for (int i = 0; i < BATCH; i++) {
      if (drawn < IMAGES) {
        Networks.draw(images[drawn++], random); // not all before the first step, which is timed from the start
      }
      batch[i] = next;
      next = (next + 1) % IMAGES;
    }
    trainer.step(batch);
  }

  @Override
  public void close() {
    trainer.close();
  }

  private final class Examples implements Objective {
    @Override
    public Shard record(Graph graph, int count) {
      Tensor input = Tensor.zeros(Shape.of(count, Networks.PIXELS));
      Labels labels = new Labels(count);
      Var loss = new SoftmaxCrossEntropy().apply(network.apply(graph.input(input)), labels);
      return new Shard() {
        @Override
        public Var loss() {
          return loss;
        }

        @Override
        public void load(int[] examples, int from, Rng rng) {
          for (int i = 0; i < count; i++) {
            int example = examples[from + i];
            System.arraycopy(images[example], 0, input.rows()[i], 0, Networks.PIXELS);
            labels.set(i, example % Networks.CLASSES, 1);
          }
        }
      };
    }
  }
}
