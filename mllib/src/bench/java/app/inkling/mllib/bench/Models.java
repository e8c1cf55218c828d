package app.inkling.mllib.bench;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Weights;
import app.inkling.mllib.bench.work.Workload;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.JavaEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.LastStep;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import java.util.List;

/** The workloads' networks with the first weights that all libraries share. */
final class Models {
  private static final Initializer REPLACED = Initializer.he(new Rng(1));

  private Models() {}

  /** W1's or W2's, also as part of W4: rows of 784 pixels to logits. */
  static Sequential of(Workload workload) {
    return switch (workload) {
      case W1, W4_W1 -> perceptron();
      case W2, W4_W2 -> convolution();
      default -> throw new IllegalArgumentException(workload + " is not about images");
    };
  }

  private static Sequential perceptron() {
    return new Sequential("w1",
        dense("hidden", Images.PIXELS, Weights.HIDDEN, Weights.perceptronHidden()), new Relu(),
        dense("output", Weights.HIDDEN, Images.CLASSES, Weights.classes()));
  }

  private static Sequential convolution() {
    return new Sequential("w2", new Image(Images.SIDE, Images.SIDE, 1),
        convolution("first", 1, Weights.FIRST_CHANNELS, Weights.firstFilters()), new Relu(), new MaxPool2d(2),
        convolution("second", Weights.FIRST_CHANNELS, Weights.SECOND_CHANNELS, Weights.secondFilters()),
        new Relu(), new MaxPool2d(2), new Flatten(),
        dense("hidden", Weights.FLAT, Weights.HIDDEN, Weights.convolutionHidden()), new Relu(),
        dense("output", Weights.HIDDEN, Images.CLASSES, Weights.classes()));
  }

  /** W3's: numbers of words [N, T] to the logits of each next word [T, N, words]. */
  static Sequential language() {
    return new Sequential("w3", embedding(), lstm(), new EachStep(wordLogits()));
  }

  /** As {@link #language}, to the probabilities of the word after the last. */
  static Sequential nextWord() {
    return new Sequential("w3", embedding(), lstm(), new LastStep(), wordLogits(), new Softmax());
  }

  static InferenceEngine imageEngine(Workload workload, Kernels kernels) {
    return new JavaEngine(withSoftmax(of(workload)), signature("image", Images.PIXELS, Images.CLASSES),
        kernels);
  }

  static InferenceEngine wordEngine(Kernels kernels) {
    return new JavaEngine(nextWord(), signature("word", 1, Texts.WORDS), kernels);
  }

  static Sequential withSoftmax(Sequential network) {
    return new Sequential(network.name(), network, new Softmax());
  }

  private static Signature signature(String input, int inputs, int outputs) {
    return new Signature(List.of(new TensorSpec(input, TensorSpec.Type.FLOAT32, 1, inputs)),
        List.of(new TensorSpec("probabilities", TensorSpec.Type.FLOAT32, 1, outputs)));
  }

  private static Layer embedding() {
    Embedding embedding = new Embedding("embedding", Texts.WORDS, Texts.FEATURES, REPLACED);
    set(embedding.weight(), Weights.embedding());
    return embedding;
  }

  private static Layer lstm() {
    Lstm lstm = new Lstm("lstm", Texts.FEATURES, Texts.UNITS, REPLACED);
    set(lstm.weight(), Weights.lstmInput());
    set(lstm.recurrentWeight(), Weights.lstmRecurrent());
    set(lstm.bias(), Weights.lstmBias());
    return lstm;
  }

  private static Layer wordLogits() {
    return dense("output", Texts.UNITS, Texts.WORDS, Weights.words());
  }

  private static Dense dense(String name, int inputs, int outputs, float[] weights) {
    Dense dense = new Dense(name, inputs, outputs, REPLACED);
    set(dense.weight(), weights);
    return dense;
  }

  private static Layer convolution(String name, int inputs, int outputs, float[] weights) {
    Conv2d convolution = new Conv2d(name, inputs, outputs, Weights.FILTER, Padding.VALID, REPLACED);
    set(convolution.weight(), weights);
    return convolution;
  }

  private static void set(Parameter parameter, float[] values) {
    parameter.value().copyFrom(values);
  }
}
