package app.inkling.mllib.bench.dl4j;

import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Work;
import java.nio.FloatBuffer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** W1 and W2. */
final class ImageTraining implements Work {
  private final Images images = new Images();
  private final MultiLayerNetwork network;
  private final INDArray input;
  private final INDArray labels = Nd4j.create(DataType.FLOAT, Images.BATCH, Images.CLASSES);
  /** The arrays' own memory. */
  private final FloatBuffer pixels;
  private final FloatBuffer classes = labels.data().asNioFloat();

  ImageTraining(MultiLayerNetwork network, long... shape) {
    this.network = network;
    input = Nd4j.create(DataType.FLOAT, shape);
    pixels = input.data().asNioFloat();
  }

  @Override
  public float step() {
    int first = images.take(Images.BATCH);
    for (int i = 0; i < Images.BATCH; i++) {
      pixels.position(i * Images.PIXELS).put(images.image(first + i));
      for (int c = 0; c < Images.CLASSES; c++) {
        classes.put(i * Images.CLASSES + c, c == Images.label(first + i) ? 1 : 0);
      }
    }
    network.fit(input, labels);
    return (float) network.score();
  }

  @Override
  public void close() {
    network.close();
  }
}
