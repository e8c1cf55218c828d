package app.inkling.mllib.cli.bench;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.JavaEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Rng;

/** One example at a time through a network. */
public final class InferenceWork {
  private static final int EXAMPLES = 64;

  private final JavaEngine engine;
  private final Bindings bindings;
  private final float[][] examples;
  private final float[] input;
  private int next;

  private InferenceWork(Sequential network, Signature signature, float[][] examples, Kernels kernels) {
    this.examples = examples;
    engine = new JavaEngine(network, signature, kernels);
    bindings = new Bindings(signature);
    input = bindings.floatInput(signature.inputs().get(0).name());
  }

  /** One image at a time through one of the {@link Networks}. */
  public static InferenceWork images(Networks kind, Kernels kernels) {
    Rng random = new Rng(1);
    float[][] images = new float[EXAMPLES][Networks.PIXELS];
    for (float[] image : images) {
      Networks.draw(image, random);
    }
    return new InferenceWork(Networks.withSoftmax(kind.create(random)), Networks.signature(), images,
        kernels);
  }

  /** One word at a time through the language model of W3. */
  public static InferenceWork words(Kernels kernels) {
    Rng random = new Rng(1);
    float[][] words = new float[EXAMPLES][1];
    for (float[] word : words) {
      word[0] = random.nextInt(LanguageModel.WORDS);
    }
    return new InferenceWork(LanguageModel.forOneWord(random), LanguageModel.signature(), words, kernels);
  }

  /** Reads the next example; the copy into the engine's input counts. */
  public void step() {
    System.arraycopy(examples[next], 0, input, 0, input.length);
    next = (next + 1) % EXAMPLES;
    engine.run(bindings);
  }
}
