package app.inkling.mllib.bench.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import app.inkling.mllib.bench.work.Images;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** W1 and W2. */
final class ImageTraining extends Training {
  private final Images images = new Images();
  private final Shape shape;
  /** Direct: PyTorch reads it in place. */
  private final ByteBuffer pixels = ByteBuffer.allocateDirect(Images.BATCH * Images.PIXELS * Float.BYTES)
      .order(ByteOrder.nativeOrder());
  private final ByteBuffer labels = ByteBuffer.allocateDirect(Images.BATCH * Long.BYTES)
      .order(ByteOrder.nativeOrder());

  ImageTraining(Block block, Shape shape) {
    super(block, Images.LEARNING_RATE, shape);
    this.shape = shape;
  }

  @Override
  public float step() {
    int first = images.take(Images.BATCH);
    for (int i = 0; i < Images.BATCH; i++) {
      pixels.asFloatBuffer().position(i * Images.PIXELS).put(images.image(first + i));
      labels.putLong(i * Long.BYTES, Images.label(first + i));
    }
    try (NDManager manager = trainer.getManager().newSubManager()) {
      float loss = gradients(manager.create(pixels, shape, DataType.FLOAT32),
          manager.create(labels, new Shape(Images.BATCH), DataType.INT64));
      trainer.step();
      return loss;
    }
  }
}
