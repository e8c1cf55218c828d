package app.inkling.mllib.bench.djl;

import ai.djl.ndarray.types.Shape;
import app.inkling.mllib.bench.work.Contender;
import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Work;
import app.inkling.mllib.bench.work.Workload;

/** DJL on PyTorch. */
public final class DjlContender implements Contender {
  @Override
  public Work open(Workload workload, int threads) throws Exception {
    // The engine reads these once, as it starts.
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    Networks networks = new Networks();
    return switch (workload) {
      case W1 -> new ImageTraining(networks.perceptron(), new Shape(Images.BATCH, Images.PIXELS));
      case W2 -> new ImageTraining(networks.convolution(),
          new Shape(Images.BATCH, 1, Images.SIDE, Images.SIDE));
      case W3 -> new TextTraining(networks.language());
      case W4_W1 -> Answers.aboutImages(networks.perceptron(), new Shape(1, Images.PIXELS));
      case W4_W2 -> Answers.aboutImages(networks.convolution(), new Shape(1, 1, Images.SIDE, Images.SIDE));
      case W4_W3 -> Answers.aboutWords(networks.language());
      case W5_SQUARE -> new Product(512, 512, 512);
      case W5_FLAT -> new Product(128, 784, 32);
    };
  }
}
