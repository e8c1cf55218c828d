package app.inkling.mllib.bench.djl;

import ai.djl.modality.nlp.DefaultVocabulary;
import ai.djl.modality.nlp.embedding.TrainableWordEmbedding;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;
import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Weights;
import java.util.Map;
import java.util.stream.IntStream;

/** The networks with the first weights that all libraries share. */
final class Networks {
  /** N x 784 to logits. */
  Block perceptron() {
    return new SequentialBlock()
        .add(linear(Images.PIXELS, Weights.HIDDEN, Weights.perceptronHidden())).add(Activation.reluBlock())
        .add(linear(Weights.HIDDEN, Images.CLASSES, Weights.classes()));
  }

  /** N x 1 x 28 x 28 to logits. */
  Block convolution() {
    return new SequentialBlock()
        .add(convolution(Weights.FIRST_CHANNELS, Weights.firstFilters())).add(Activation.reluBlock())
        .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
        .add(convolution(Weights.SECOND_CHANNELS, Weights.secondFilters())).add(Activation.reluBlock())
        .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
        .add(Blocks.batchFlattenBlock())
        .add(linear(Weights.FLAT, Weights.HIDDEN, Weights.convolutionHiddenChannelFirst()))
        .add(Activation.reluBlock())
        .add(linear(Weights.HIDDEN, Images.CLASSES, Weights.classes()));
  }

  /** Numbers of words, T x N, to logits, T x N x words. */
  Block language() {
    TrainableWordEmbedding embedding = TrainableWordEmbedding.builder().setEmbeddingSize(Texts.FEATURES)
        .setVocabulary(new DefaultVocabulary(IntStream.range(0, Texts.WORDS).mapToObj(w -> "w" + w).toList()))
        .build();
    set(embedding, Map.of("embedding", Weights.embedding()));
    LSTM lstm = LSTM.builder().setStateSize(Texts.UNITS).setNumLayers(1).optBatchFirst(false).build();
    int gates = 4 * Texts.UNITS;
    set(lstm, Map.of("i2h_WEIGHT", Weights.transposed(Weights.lstmInput(), Texts.FEATURES, gates),
        "h2h_WEIGHT", Weights.transposed(Weights.lstmRecurrent(), Texts.UNITS, gates),
        "i2h_BIAS", Weights.lstmBias(), "h2h_BIAS", new float[gates]));
    return new SequentialBlock().add(embedding).add(lstm)
        .add(linear(Texts.UNITS, Texts.WORDS, Weights.words()));
  }

  /** PyTorch adds two biases to each gate, of which the others have one: this one stays 0. */
  static void freezeSecondBias(Block block) {
    for (var parameter : block.getParameters()) {
      if (parameter.getKey().endsWith("h2h_BIAS")) {
        parameter.getValue().freeze(true);
      }
    }
  }

  private static Block linear(int inputs, int outputs, float[] weights) {
    Block linear = Linear.builder().setUnits(outputs).build();
    set(linear, Map.of("weight", Weights.transposed(weights, inputs, outputs), "bias", new float[outputs]));
    return linear;
  }

  private static Block convolution(int outputs, float[] weights) {
    Block convolution = Conv2d.builder().setKernelShape(new Shape(Weights.FILTER, Weights.FILTER))
        .setFilters(outputs).build();
    set(convolution, Map.of("weight", weights, "bias", new float[outputs]));
    return convolution;
  }

  /** Values by the end of the parameter's name, for every one of the block's parameters. */
  private static void set(Block block, Map<String, float[]> values) {
    for (var entry : block.getDirectParameters()) {
      Parameter parameter = entry.getValue();
      float[] value = values.entrySet().stream().filter(v -> parameter.getName().endsWith(v.getKey()))
          .findFirst().orElseThrow(() -> new IllegalStateException("No weights for " + parameter.getName()))
          .getValue();
      parameter.setInitializer((manager, shape, type) -> manager.create(value, shape));
    }
  }
}
