package app.inkling.mllib.bench.tensorflow;

import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Work;
import java.util.function.BiFunction;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** W4: one example at a time, fed to the session and its probabilities fetched. */
abstract class Answers<T extends TType> implements Work {
  private final Model model;
  private final Placeholder<T> input;
  private final T fed;
  private final Operand<TFloat32> probabilities;
  private final float[] values;

  private Answers(Model model, Placeholder<T> input, T fed, Operand<TFloat32> logits, int outputs) {
    this.model = model;
    this.input = input;
    this.fed = fed;
    probabilities = model.tf.nn.softmax(logits);
    values = new float[outputs];
  }

  static Work aboutImages(Model model, Placeholder<TFloat32> input,
      BiFunction<Model, Operand<TFloat32>, Operand<TFloat32>> network) {
    Images images = new Images();
    return new Answers<>(model, input, TFloat32.tensorOf(input.shape()), network.apply(model, input),
        Images.CLASSES) {
      @Override
      int load(TFloat32 fed) {
        int number = images.take(1);
        fed.asRawTensor().data().asFloats().write(images.image(number));
        return Images.label(number);
      }
    };
  }

  static Work aboutWords(Model model) {
    Texts texts = new Texts();
    Placeholder<TInt32> input = model.integers(1);
    return new Answers<>(model, input, TInt32.tensorOf(input.shape()), Networks.language(model, input, 1, 1),
        Texts.WORDS) {
      @Override
      int load(TInt32 fed) {
        int text = texts.take(1);
        fed.asRawTensor().data().asInts().setInt(Texts.word(text, 0), 0);
        return Texts.word(text, 1);
      }
    };
  }

  /** Writes the next example; returns which of the probabilities is wanted. */
  abstract int load(T fed);

  @Override
  public final float step() {
    int wanted = load(fed);
    try (Result result = model.session.runner().feed(input, fed).fetch(probabilities).run()) {
      ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(values);
      return values[wanted];
    }
  }

  @Override
  public final void close() {
    fed.close();
    model.close();
  }
}
