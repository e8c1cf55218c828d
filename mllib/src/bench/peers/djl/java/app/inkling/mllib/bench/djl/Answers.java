package app.inkling.mllib.bench.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Work;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** W4: a block's forward pass on one example, then the softmax. */
abstract class Answers implements Work {
  private final NDManager root = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ParameterStore parameters = new ParameterStore(root, false);
  private final Block block;
  private final Shape shape;
  private final DataType type;
  private final ByteBuffer input;

  private Answers(Block block, Shape shape, DataType type, int bytes) {
    this.block = block;
    this.shape = shape;
    this.type = type;
    input = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    block.initialize(root, DataType.FLOAT32, shape);
  }

  static Work aboutImages(Block block, Shape shape) {
    Images images = new Images();
    return new Answers(block, shape, DataType.FLOAT32, Images.PIXELS * Float.BYTES) {
      @Override
      int load(ByteBuffer input) {
        int number = images.take(1);
        input.asFloatBuffer().put(images.image(number));
        return Images.label(number);
      }
    };
  }

  static Work aboutWords(Block block) {
    Texts texts = new Texts();
    return new Answers(block, new Shape(1, 1), DataType.INT64, Long.BYTES) {
      @Override
      int load(ByteBuffer input) {
        int text = texts.take(1);
        input.putLong(0, Texts.word(text, 0));
        return Texts.word(text, 1);
      }
    };
  }

  /** Writes the next example; returns which of the probabilities is wanted. */
  abstract int load(ByteBuffer input);

  @Override
  public final float step() {
    int wanted = load(input);
    try (NDManager manager = root.newSubManager()) {
      NDArray example = manager.create(input, shape, type);
      NDArray logits = block.forward(parameters, new NDList(example), false).head();
      return logits.softmax(-1).toFloatArray()[wanted];
    }
  }

  @Override
  public final void close() {
    root.close();
  }
}
