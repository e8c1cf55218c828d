package app.inkling.mllib.bench.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import app.inkling.mllib.bench.work.Texts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;

/** W3. */
final class TextTraining extends Training {
  private static final Shape SHAPE = new Shape(Texts.STEPS, Texts.BATCH);
  private static final int COUNT = Texts.STEPS * Texts.BATCH;

  private final Texts order = new Texts();
  private final int[][] texts = Texts.all();
  private final List<Parameter> trained;
  private final ByteBuffer words = longs();
  private final ByteBuffer next = longs();

  TextTraining(Block block) {
    super(block, Texts.LEARNING_RATE, SHAPE);
    Networks.freezeSecondBias(block);
    trained = block.getParameters().values().stream().filter(Parameter::requiresGradient)
        .collect(Collectors.toList());
  }

  @Override
  public float step() {
    int first = order.take(Texts.BATCH);
    for (int t = 0; t < Texts.STEPS; t++) {
      for (int i = 0; i < Texts.BATCH; i++) {
        int place = (t * Texts.BATCH + i) * Long.BYTES;
        words.putLong(place, texts[first + i][t]);
        next.putLong(place, texts[first + i][t + 1]);
      }
    }
    try (NDManager manager = trainer.getManager().newSubManager()) {
      float loss = gradients(manager.create(words, SHAPE, DataType.INT64),
          manager.create(next, new Shape(COUNT), DataType.INT64));
      clip(manager);
      trainer.step();
      return loss;
    }
  }

  @Override
  NDArray logits(NDArray output) {
    return output.reshape(COUNT, Texts.WORDS);
  }

  /** DJL clips single numbers only, so the norm of the whole gradient is taken here. */
  private void clip(NDManager manager) {
    double squares = 0;
    for (Parameter parameter : trained) {
      NDArray gradient = parameter.getArray().getGradient();
      gradient.attach(manager);
      double norm = gradient.norm().getFloat();
      squares += norm * norm;
    }
    double norm = Math.sqrt(squares);
    if (norm > Texts.CLIP_NORM) {
      for (Parameter parameter : trained) {
        NDArray gradient = parameter.getArray().getGradient();
        gradient.attach(manager);
        gradient.muli(Texts.CLIP_NORM / norm);
      }
    }
  }

  private static ByteBuffer longs() {
    return ByteBuffer.allocateDirect(COUNT * Long.BYTES).order(ByteOrder.nativeOrder());
  }
}
