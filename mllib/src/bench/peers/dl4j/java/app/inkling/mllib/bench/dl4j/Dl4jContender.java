package app.inkling.mllib.bench.dl4j;

import app.inkling.mllib.bench.work.Contender;
import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Work;
import app.inkling.mllib.bench.work.Workload;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j on nd4j-native. */
public final class Dl4jContender implements Contender {
  @Override
  public Work open(Workload workload, int threads) {
    Nd4j.getEnvironment().setMaxThreads(threads);
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    return switch (workload) {
      case W1 -> new ImageTraining(Networks.perceptron(), Images.BATCH, Images.PIXELS);
      case W2 -> new ImageTraining(Networks.convolution(), Images.BATCH, 1, Images.SIDE, Images.SIDE);
      case W3 -> new TextTraining(Networks.language());
      case W4_W1 -> Answers.aboutImages(Networks.perceptron(), 1, Images.PIXELS);
      case W4_W2 -> Answers.aboutImages(Networks.convolution(), 1, 1, Images.SIDE, Images.SIDE);
      case W4_W3 -> Answers.aboutWords(Networks.language());
      case W5_SQUARE -> new Product(512, 512, 512);
      case W5_FLAT -> new Product(128, 784, 32);
    };
  }
}
