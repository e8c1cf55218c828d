package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Contender;
import app.inkling.mllib.bench.work.Work;
import app.inkling.mllib.bench.work.Workload;
import app.inkling.mllib.kernel.Kernels;

/** This library in plain Java. */
public class PlainContender implements Contender {
  private final Kernels kernels;

  public PlainContender() {
    this(Kernels.PLAIN);
  }

  PlainContender(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public final Work open(Workload workload, int threads) {
    return switch (workload) {
      case W1, W2 -> new ImageTraining(Models.of(workload), threads, kernels);
      case W3 -> new TextTraining(threads, kernels);
      case W4_W1, W4_W2 -> Answers.aboutImages(Models.imageEngine(workload, kernels));
      case W4_W3 -> Answers.aboutWords(Models.wordEngine(kernels));
      case W5_SQUARE -> new Product(512, 512, 512, kernels);
      case W5_FLAT -> new Product(128, 784, 32, kernels);
    };
  }
}
