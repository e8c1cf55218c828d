package app.inkling.mllib.bench.tensorflow;

import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Texts;
import app.inkling.mllib.bench.work.Weights;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The networks with the first weights that all libraries share. */
final class Networks {
  private Networks() {}

  /** [N, 784] to logits. */
  static Operand<TFloat32> perceptron(Model model, Operand<TFloat32> x) {
    Operand<TFloat32> hidden = model.tf.nn.relu(
        model.dense(x, Weights.perceptronHidden(), Images.PIXELS, Weights.HIDDEN));
    return model.dense(hidden, Weights.classes(), Weights.HIDDEN, Images.CLASSES);
  }

  /** [N, 28, 28, 1] to logits. */
  static Operand<TFloat32> convolution(Model model, Operand<TFloat32> x) {
    Operand<TFloat32> first = block(model, x, Weights.firstFilters(), 1, Weights.FIRST_CHANNELS);
    Operand<TFloat32> second = block(model, first, Weights.secondFilters(), Weights.FIRST_CHANNELS,
        Weights.SECOND_CHANNELS);
    Operand<TFloat32> flat = model.tf.reshape(second, model.tf.constant(new int[] {-1, Weights.FLAT}));
    Operand<TFloat32> hidden = model.tf.nn.relu(
        model.dense(flat, Weights.convolutionHidden(), Weights.FLAT, Weights.HIDDEN));
    return model.dense(hidden, Weights.classes(), Weights.HIDDEN, Images.CLASSES);
  }

  private static Operand<TFloat32> block(Model model, Operand<TFloat32> x, float[] filters, int inputs,
      int outputs) {
    Ops tf = model.tf;
    int area = Weights.FILTER * Weights.FILTER;
    // From output, input, place to place, input, output.
    float[] placeFirst = new float[filters.length];
    for (int output = 0; output < outputs; output++) {
      for (int input = 0; input < inputs; input++) {
        for (int place = 0; place < area; place++) {
          placeFirst[(place * inputs + input) * outputs + output] =
              filters[(output * inputs + input) * area + place];
        }
      }
    }
    Operand<TFloat32> weight = model.weight(placeFirst, Weights.FILTER, Weights.FILTER, inputs, outputs);
    Operand<TFloat32> convolved = tf.nn.conv2d(x, weight, List.of(1L, 1L, 1L, 1L), "VALID");
    Operand<TFloat32> active = tf.nn.relu(tf.nn.biasAdd(convolved, model.zeros(outputs)));
    Operand<TInt32> two = tf.constant(new int[] {1, 2, 2, 1});
    return tf.nn.maxPool(active, two, two, "VALID");
  }

  /**
   * Numbers of words, [steps * texts] with the texts of a step side by side, to logits [steps * texts,
   * words]. The inputs' products of all steps are one, and so are the last layer's.
   */
  static Operand<TFloat32> language(Model model, Operand<TInt32> words, int steps, int texts) {
    Ops tf = model.tf;
    int gates = 4 * Texts.UNITS;
    Operand<TFloat32> embedding = model.weight(Weights.embedding(), Texts.WORDS, Texts.FEATURES);
    Operand<TFloat32> vectors = tf.gather(embedding, words, tf.constant(0));
    Operand<TFloat32> input = model.weight(Weights.lstmInput(), Texts.FEATURES, gates);
    Operand<TFloat32> recurrent = model.weight(Weights.lstmRecurrent(), Texts.UNITS, gates);
    Operand<TFloat32> bias = model.weight(Weights.lstmBias(), gates);
    Operand<TFloat32> all = tf.nn.biasAdd(tf.linalg.matMul(vectors, input), bias);
    List<Operand<TFloat32>> perStep = new ArrayList<>(tf.split(tf.constant(0), all, (long) steps).output());
    List<Operand<TFloat32>> hiddens = new ArrayList<>();
    Operand<TFloat32> hidden = null;
    Operand<TFloat32> cell = null;
    for (Operand<TFloat32> own : perStep) {
      Operand<TFloat32> sum = hidden == null ? own
          : tf.math.add(own, tf.linalg.matMul(hidden, recurrent));
      var parts = tf.split(tf.constant(1), sum, 4L).output();
      Operand<TFloat32> fresh = tf.math.mul(tf.math.sigmoid(parts.get(0)), tf.math.tanh(parts.get(2)));
      cell = cell == null ? fresh
          : tf.math.add(tf.math.mul(tf.math.sigmoid(parts.get(1)), cell), fresh);
      hidden = tf.math.mul(tf.math.sigmoid(parts.get(3)), tf.math.tanh(cell));
      hiddens.add(hidden);
    }
    Operand<TFloat32> states = steps == 1 ? hidden : tf.concat(hiddens, tf.constant(0));
    return model.dense(states, Weights.words(), Texts.UNITS, Texts.WORDS);
  }
}
