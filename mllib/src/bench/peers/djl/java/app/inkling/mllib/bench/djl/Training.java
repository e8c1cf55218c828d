package app.inkling.mllib.bench.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import app.inkling.mllib.bench.work.Work;

/** Updates by DJL's trainer with SGD and softmax cross-entropy from logits. */
abstract class Training implements Work {
  final Trainer trainer;
  private final Model model;

  Training(Block block, float learningRate, Shape input) {
    model = Model.newInstance("work", Device.cpu(), "PyTorch");
    model.setBlock(block);
    SoftmaxCrossEntropyLoss loss = new SoftmaxCrossEntropyLoss("loss", 1, -1, true, true);
    trainer = model.newTrainer(new DefaultTrainingConfig(loss)
        .optDevices(new Device[] {Device.cpu()})
        .optOptimizer(Optimizer.sgd().setLearningRateTracker(Tracker.fixed(learningRate)).build()));
    trainer.initialize(input);
  }

  /** Forward and backward; arrays that come into being go with {@code input}'s manager. */
  final float gradients(NDArray input, NDArray labels) {
    try (GradientCollector collector = trainer.newGradientCollector()) {
      NDArray logits = logits(trainer.forward(new NDList(input)).head());
      NDArray loss = trainer.getLoss().evaluate(new NDList(labels), new NDList(logits));
      collector.backward(loss);
      return loss.getFloat();
    }
  }

  /** The network's output as rows, one an example. */
  NDArray logits(NDArray output) {
    return output;
  }

  @Override
  public final void close() {
    trainer.close();
    model.close();
  }
}
