package app.inkling.mllib.bench.dl4j;

import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Weights;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks with the first weights that all libraries share. */
final class Networks {
  private Networks() {}

  /** [N, 784] to probabilities. */
  static MultiLayerNetwork perceptron() {
    MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
        .updater(new Sgd(Images.LEARNING_RATE)).list()
        .layer(new DenseLayer.Builder().nIn(Images.PIXELS).nOut(Weights.HIDDEN)
            .activation(Activation.RELU).build())
        .layer(classes())
        .build());
    network.init();
    set(network, "0_W", Weights.perceptronHidden());
    set(network, "1_W", Weights.classes());
    return network;
  }

  /** [N, 1, 28, 28] to probabilities. */
  static MultiLayerNetwork convolution() {
    MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
        .updater(new Sgd(Images.LEARNING_RATE)).list()
        .layer(filters(Weights.FIRST_CHANNELS)).layer(pooling())
        .layer(filters(Weights.SECOND_CHANNELS)).layer(pooling())
        .layer(new DenseLayer.Builder().nOut(Weights.HIDDEN).activation(Activation.RELU).build())
        .layer(classes())
        .setInputType(InputType.convolutional(Images.SIDE, Images.SIDE, 1))
        .build());
    network.init();
    set(network, "0_W", Weights.firstFilters());
    set(network, "2_W", Weights.secondFilters());
    set(network, "4_W", Weights.convolutionHiddenChannelFirst());
    set(network, "5_W", Weights.classes());
    return network;
  }

  /**
   * Numbers of words [N, steps] to probabilities [N, words, steps]. DL4J adds the steps' losses where others
   * take their mean, so its learning rate and its longest gradient, which is each layer's own, are scaled.
   */
  static MultiLayerNetwork language() {
    MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
        .updater(new Sgd(Texts.LEARNING_RATE / Texts.STEPS))
        .gradientNormalization(GradientNormalization.ClipL2PerLayer)
        .gradientNormalizationThreshold(Texts.CLIP_NORM * Texts.STEPS).list()
        .layer(new EmbeddingSequenceLayer.Builder().nIn(Texts.WORDS).nOut(Texts.FEATURES)
            .outputDataFormat(RNNFormat.NCW).build())
        .layer(new LSTM.Builder().nIn(Texts.FEATURES).nOut(Texts.UNITS).activation(Activation.TANH)
            .dataFormat(RNNFormat.NCW).gateActivationFunction(Activation.SIGMOID).build())
        .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT).nIn(Texts.UNITS).nOut(Texts.WORDS)
            .activation(Activation.SOFTMAX).dataFormat(RNNFormat.NCW).build())
        .build());
    network.init();
    set(network, "0_W", Weights.embedding());
    set(network, "1_W", gates(Weights.lstmInput()));
    set(network, "1_RW", gates(Weights.lstmRecurrent()));
    set(network, "1_b", gates(Weights.lstmBias()));
    set(network, "2_W", Weights.words());
    return network;
  }

  private static OutputLayer classes() {
    return new OutputLayer.Builder(LossFunction.MCXENT).nIn(Weights.HIDDEN).nOut(Images.CLASSES)
        .activation(Activation.SOFTMAX).build();
  }

  private static ConvolutionLayer filters(int count) {
    return new ConvolutionLayer.Builder(Weights.FILTER, Weights.FILTER).nOut(count)
        .activation(Activation.RELU).build();
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
        .build();
  }

  private static void set(MultiLayerNetwork network, String name, float[] values) {
    INDArray parameter = network.getParam(name);
    parameter.assign(Nd4j.create(values, parameter.shape(), 'c'));
  }

  /** From gates input, forget, cell, output to DL4J's cell, forget, output, input. */
  private static float[] gates(float[] weights) {
    int[] order = {2, 1, 3, 0};
    float[] ordered = new float[weights.length];
    for (int block = 0; block < weights.length; block += Texts.UNITS) {
      int gate = block / Texts.UNITS % 4;
      System.arraycopy(weights, block + (order[gate] - gate) * Texts.UNITS, ordered, block, Texts.UNITS);
    }
    return ordered;
  }
}
