package app.inkling.mllib.suggest;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.ExportedNetwork;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.JavaEngine;
import app.inkling.mllib.inference.SequenceCanaries;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.ExportOptions;
import app.inkling.mllib.tflite.Precision;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One step of a keyboard's network as engines run it: {@code word} INT32 [1, 1] and {@code state} [1,
 * stateSize] to {@code probabilities} [1, words] and {@code next_state}. Of the weights as they are when
 * this is made. Run through {@link EngineStep}.
 */
public final class KeyboardStep {
  static final String WORD = "word";
  static final String STATE = "state";
  static final String PROBABILITIES = "probabilities";
  static final String NEXT_STATE = "next_state";

  /** As many words as make a long sentence. */
  private static final int CANARIES = 20;

  private final WordNet network;
  private final WordNet.Step step;
  private final Signature signature;

  public KeyboardStep(WordNet network) {
    this.network = network;
    step = network.step();
    TensorSpec.Type floats = TensorSpec.Type.FLOAT32;
    signature = new Signature(
        List.of(new TensorSpec(WORD, TensorSpec.Type.INT32, 1, 1),
            new TensorSpec(STATE, floats, 1, network.stateSize())),
        List.of(new TensorSpec(PROBABILITIES, floats, 1, network.words()),
            new TensorSpec(NEXT_STATE, floats, 1, network.stateSize())),
        Map.of(STATE, NEXT_STATE));
  }

  /** @throws ExportException the keyboard is one of n-grams alone */
  public static KeyboardStep of(KeyboardModel model) throws ExportException {
    if (model.network() == null) {
      throw new ExportException("Export of a keyboard model: it is one of n-grams alone; wants one with a "
          + "network");
    }
    return new KeyboardStep(model.network());
  }

  public Signature signature() {
    return signature;
  }

  /** A new engine of our own, which judges the others. */
  public InferenceEngine javaEngine() {
    return javaEngine(Kernels.PLAIN);
  }

  /** @param kernels the arithmetic: others than the plain set round differently */
  public JavaEngine javaEngine(Kernels kernels) {
    return new JavaEngine(signature, in -> {
      WordNet.Step.Outputs outputs = step.record(in.get(WORD), in.get(STATE));
      return Map.of(PROBABILITIES, outputs.probabilities(), NEXT_STATE, outputs.states());
    }, kernels);
  }

  /**
   * The same step's file for TensorFlow Lite, made anew by each call.
   *
   * @throws ExportException the weights are not finite
   */
  public ExportedNetwork export(Precision precision) throws ExportException {
    return export(ExportOptions.DEFAULTS.withPrecision(precision));
  }

  /**
   * The same file in float32, made and written without ever being in the heap.
   *
   * @throws ExportException the weights are not finite
   */
  public void export(Path file) throws IOException, ExportException {
    TfliteFile.write(file, memory -> export(ExportOptions.DEFAULTS.withMemory(memory)).content());
  }

  private ExportedNetwork export(ExportOptions options) throws ExportException {
    return ExportedNetwork.step(new Sequential("keyboard", network.network(), new EachStep(new Softmax())),
        options.withInput(WORD).withOutput(PROBABILITIES));
  }

  /** A long sentence's steps, for comparing engines. */
  public List<Bindings> canaries(InferenceEngine java) throws EngineException {
    int[] said = new int[CANARIES];
    for (int i = 0; i < said.length; i++) {
      said[i] = Vocabulary.FIRST_WORD + i * i % (network.words() - Vocabulary.FIRST_WORD);
    }
    return SequenceCanaries.along(java, WORD, said);
  }
}
