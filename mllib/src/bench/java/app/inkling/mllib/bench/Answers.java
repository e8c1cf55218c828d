package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Work;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.TensorSpec;
import java.util.function.IntConsumer;

/** W4: one example at a time through an engine, copies in and out included. */
final class Answers {
  private Answers() {}

  /** @param engine one image of 784 pixels in, ten probabilities out */
  static Work aboutImages(InferenceEngine engine) {
    Images images = new Images();
    Bindings bindings = new Bindings(engine.signature());
    float[] input = bindings.floatInput(engine.signature().inputs().get(0).name());
    float[] probabilities = bindings.floatOutput(engine.signature().outputs().get(0).name());
    return new EngineWork(engine) {
      @Override
      public float step() throws EngineException {
        int number = images.take(1);
        System.arraycopy(images.image(number), 0, input, 0, Images.PIXELS);
        engine.run(bindings);
        return probabilities[Images.label(number)];
      }
    };
  }

  /** @param engine one word's number in, all words' probabilities out */
  static Work aboutWords(InferenceEngine engine) {
    Texts texts = new Texts();
    Bindings bindings = new Bindings(engine.signature());
    IntConsumer input = wordInput(engine.signature().inputs().get(0), bindings);
    float[] probabilities = bindings.floatOutput(engine.signature().outputs().get(0).name());
    return new EngineWork(engine) {
      @Override
      public float step() throws EngineException {
        int text = texts.take(1);
        input.accept(Texts.word(text, 0));
        engine.run(bindings);
        return probabilities[Texts.word(text, 1)];
      }
    };
  }

  /** Ours takes words as floats, others as integers. */
  private static IntConsumer wordInput(TensorSpec input, Bindings bindings) {
    if (input.type() == TensorSpec.Type.INT32) {
      int[] values = bindings.intInput(input.name());
      return word -> values[0] = word;
    }
    float[] values = bindings.floatInput(input.name());
    return word -> values[0] = word;
  }

  private abstract static class EngineWork implements Work {
    private final InferenceEngine engine;

    EngineWork(InferenceEngine engine) {
      this.engine = engine;
    }

    @Override
    public final void close() {
      engine.close();
    }
  }
}
