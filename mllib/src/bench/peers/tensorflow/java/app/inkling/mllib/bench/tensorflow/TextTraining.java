package app.inkling.mllib.bench.tensorflow;

import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Work;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** W3. */
final class TextTraining implements Work {
  private static final int COUNT = Texts.STEPS * Texts.BATCH;

  private final Texts order = new Texts();
  private final int[][] texts = Texts.all();
  private final Model model;
  private final Placeholder<TInt32> words;
  private final Placeholder<TInt32> next;
  private final Operand<TFloat32> loss;
  private final List<Op> updates;
  private final TInt32 wordTensor;
  private final TInt32 nextTensor;
  private final int[] wordValues = new int[COUNT];
  private final int[] nextValues = new int[COUNT];

  TextTraining(Model model) {
    this.model = model;
    words = model.integers(COUNT);
    next = model.integers(COUNT);
    Model.Loss mean = model.loss(Networks.language(model, words, Texts.STEPS, Texts.BATCH), next, COUNT);
    loss = mean.value();
    updates = model.updates(clipped(model.gradients(mean)), Texts.LEARNING_RATE);
    wordTensor = TInt32.tensorOf(words.shape());
    nextTensor = TInt32.tensorOf(next.shape());
  }

  /** By the norm of all gradients together. */
  private List<Operand<TFloat32>> clipped(List<Operand<TFloat32>> gradients) {
    Operand<TFloat32> halfSquares = null;
    for (Operand<TFloat32> gradient : gradients) {
      Operand<TFloat32> own = model.tf.nn.l2Loss(gradient);
      halfSquares = halfSquares == null ? own : model.tf.math.add(halfSquares, own);
    }
    Operand<TFloat32> norm = model.tf.math.sqrt(model.tf.math.mul(halfSquares, model.tf.constant(2f)));
    Operand<TFloat32> limit = model.tf.constant(Texts.CLIP_NORM);
    Operand<TFloat32> scale = model.tf.math.div(limit, model.tf.math.maximum(norm, limit));
    List<Operand<TFloat32>> clipped = new ArrayList<>();
    for (Operand<TFloat32> gradient : gradients) {
      clipped.add(model.tf.math.mul(gradient, scale));
    }
    return clipped;
  }

  @Override
  public float step() {
    int first = order.take(Texts.BATCH);
    for (int t = 0; t < Texts.STEPS; t++) {
      for (int i = 0; i < Texts.BATCH; i++) {
        wordValues[t * Texts.BATCH + i] = texts[first + i][t];
        nextValues[t * Texts.BATCH + i] = texts[first + i][t + 1];
      }
    }
    wordTensor.asRawTensor().data().asInts().write(wordValues);
    nextTensor.asRawTensor().data().asInts().write(nextValues);
    Session.Runner runner = model.session.runner().feed(words, wordTensor).feed(next, nextTensor).fetch(loss);
    updates.forEach(runner::addTarget);
    try (Result result = runner.run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
  }

  @Override
  public void close() {
    wordTensor.close();
    nextTensor.close();
    model.close();
  }
}
