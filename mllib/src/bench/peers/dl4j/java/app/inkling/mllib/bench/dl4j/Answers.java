package app.inkling.mllib.bench.dl4j;

import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Work;
import java.nio.FloatBuffer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** W4: one example at a time through the network, whose last layer is the softmax. */
abstract class Answers implements Work {
  private final MultiLayerNetwork network;
  private final INDArray input;
  private final FloatBuffer values;

  private Answers(MultiLayerNetwork network, long... shape) {
    this.network = network;
    input = Nd4j.create(DataType.FLOAT, shape);
    values = input.data().asNioFloat();
  }

  static Work aboutImages(MultiLayerNetwork network, long... shape) {
    Images images = new Images();
    return new Answers(network, shape) {
      @Override
      int load(FloatBuffer values) {
        int number = images.take(1);
        values.position(0).put(images.image(number));
        return Images.label(number);
      }
    };
  }

  static Work aboutWords(MultiLayerNetwork network) {
    Texts texts = new Texts();
    return new Answers(network, 1, 1) {
      @Override
      int load(FloatBuffer values) {
        int text = texts.take(1);
        values.put(0, Texts.word(text, 0));
        return Texts.word(text, 1);
      }
    };
  }

  /** Writes the next example; returns which of the probabilities is wanted. */
  abstract int load(FloatBuffer values);

  @Override
  public final float step() {
    int wanted = load(values);
    return network.output(input).getFloat(wanted);
  }

  @Override
  public final void close() {
    network.close();
  }
}
