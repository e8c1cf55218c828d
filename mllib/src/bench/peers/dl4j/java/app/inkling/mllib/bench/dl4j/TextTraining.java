package app.inkling.mllib.bench.dl4j;

import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Work;
import java.nio.FloatBuffer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** W3. */
final class TextTraining implements Work {
  private final Texts order = new Texts();
  private final int[][] texts = Texts.all();
  private final MultiLayerNetwork network;
  private final INDArray words = Nd4j.create(DataType.FLOAT, Texts.BATCH, Texts.STEPS);
  /** One number a word of the vocabulary: DL4J's loss of sequences wants them all. */
  private final INDArray next = Nd4j.create(DataType.FLOAT, Texts.BATCH, Texts.WORDS, Texts.STEPS);
  private final FloatBuffer wordValues = words.data().asNioFloat();
  private final FloatBuffer nextValues = next.data().asNioFloat();

  TextTraining(MultiLayerNetwork network) {
    this.network = network;
  }

  @Override
  public float step() {
    int first = order.take(Texts.BATCH);
    for (int i = 0; i < Texts.BATCH; i++) {
      for (int t = 0; t < Texts.STEPS; t++) {
        wordValues.put(i * Texts.STEPS + t, texts[first + i][t]);
        mark(i, t, texts[first + i][t + 1], 1);
      }
    }
    network.fit(words, next);
    for (int i = 0; i < Texts.BATCH; i++) {
      for (int t = 0; t < Texts.STEPS; t++) {
        mark(i, t, texts[first + i][t + 1], 0);
      }
    }
    return (float) (network.score() / Texts.STEPS);
  }

  private void mark(int text, int step, int word, float value) {
    nextValues.put((text * Texts.WORDS + word) * Texts.STEPS + step, value);
  }

  @Override
  public void close() {
    network.close();
  }
}
