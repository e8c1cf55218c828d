package app.inkling.mllib.cli.bench;

import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.LastStep;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import java.util.List;

/** W3: a word's number to the next word's, 10,000 words, embedding of 96, LSTM of 256 units. */
final class LanguageModel {
  static final int WORDS = 10_000;
  private static final int FEATURES = 96;
  private static final int UNITS = 256;

  private LanguageModel() {}

  /** Numbers of words [N, T] to logits of each next word [T, N, {@value #WORDS}]. */
  static Sequential forTraining(Rng random) {
    Initializer xavier = Initializer.xavier(random);
    return new Sequential("w3", new Embedding("embedding", WORDS, FEATURES, xavier),
        new Lstm("lstm", FEATURES, UNITS, xavier), new EachStep(new Dense("output", UNITS, WORDS, xavier)));
  }

  /** The number of one word to probabilities of the next: the work of one step. */
  static Sequential forOneWord(Rng random) {
    Initializer xavier = Initializer.xavier(random);
    return new Sequential("w3", new Embedding("embedding", WORDS, FEATURES, xavier),
        new Lstm("lstm", FEATURES, UNITS, xavier), new LastStep(), new Dense("output", UNITS, WORDS, xavier),
        new Softmax());
  }

  static Signature signature() {
    return new Signature(List.of(new TensorSpec("word", TensorSpec.Type.FLOAT32, 1, 1)),
        List.of(new TensorSpec("probabilities", TensorSpec.Type.FLOAT32, 1, WORDS)));
  }
}
