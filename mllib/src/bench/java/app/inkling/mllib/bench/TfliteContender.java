package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Contender;
import app.inkling.mllib.bench.work.Work;
import app.inkling.mllib.bench.work.Workload;
import app.inkling.mllib.cli.tflite.DesktopTfliteEngine;
import app.inkling.mllib.tflite.ExportOptions;
import app.inkling.mllib.tflite.TfliteExporter;

/** TensorFlow Lite with XNNPACK, on files that this library exports. It has one thread and doesn't train. */
public final class TfliteContender implements Contender {
  @Override
  public Work open(Workload workload, int threads) throws Exception {
    return switch (workload) {
      case W4_W1, W4_W2 -> Answers.aboutImages(new DesktopTfliteEngine(TfliteExporter.export(
          Models.withSoftmax(Models.of(workload)), "image", "probabilities")));
      case W4_W3 -> Answers.aboutWords(new DesktopTfliteEngine(TfliteExporter.export(Models.nextWord(),
          ExportOptions.DEFAULTS.withSteps(1)).file()));
      default -> throw new UnsupportedOperationException("TensorFlow Lite only answers");
    };
  }
}
