package app.inkling.mllib.bench;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.bench.work.Images;
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

/** W1 and W2 with the library's own trainer. */
final class ImageTraining implements Work, Objective {
  private final Images images = new Images();
  private final Sequential network;
  private final Trainer trainer;
  private final int[] batch = new int[Images.BATCH];

  ImageTraining(Sequential network, int threads, Kernels kernels) {
    this.network = network;
    trainer = new Trainer(network.parameters(), this, new Sgd(), Schedule.constant(Images.LEARNING_RATE),
        TrainerOptions.DEFAULTS.withBatch(Images.BATCH, Images.BATCH / threads).withThreads(threads)
            .withKernels(kernels));
  }

  @Override
  public float step() {
    int first = images.take(Images.BATCH);
    Arrays.setAll(batch, i -> first + i);
    return (float) trainer.step(batch).loss();
  }

  @Override
  public Shard record(Graph graph, int count) {
    Tensor pixels = Tensor.zeros(Shape.of(count, Images.PIXELS));
    Labels labels = new Labels(count);
    Var loss = new SoftmaxCrossEntropy().apply(network.apply(graph.input(pixels)), labels);
    return new Shard() {
      @Override
      public Var loss() {
        return loss;
      }

      @Override
      public void load(int[] examples, int from, Rng rng) {
        for (int i = 0; i < count; i++) {
          int number = examples[from + i];
          System.arraycopy(images.image(number), 0, pixels.rows()[i], 0, Images.PIXELS);
          labels.set(i, Images.label(number), 1);
        }
      }
    };
  }

  @Override
  public void close() {
    trainer.close();
  }
}
