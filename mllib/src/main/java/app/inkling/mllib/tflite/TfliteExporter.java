package app.inkling.mllib.tflite;

import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Stateful;
import java.util.Map;

/**
 * Turns a trained network into a {@code .tflite} file.
 *
 * <p>The file has static shapes with a batch of one, builtin operators of TensorFlow Lite 2.6 or older and
 * the signature {@code serving_default}. Images are NHWC, words INT32, a sequence is [1, steps, features]. A
 * ReLU right behind a convolution, a pooling or a dense layer is fused into it; dropout, which does nothing
 * outside training, is left out. The same network gives the same bytes. In float32 its probabilities differ
 * from this library's own forward pass by at most 1e-5, which tests hold in two runtimes.
 *
 * <p><b>Delegates.</b> XNNPACK takes dense layers, convolutions, pooling and what recurrent steps are made of,
 * but leaves the look-up of words (GATHER) and fused recurrent layers to the builtin kernels. GPUs take no
 * fused recurrent layers and prefer 16-bit floats, in which a layer norm's epsilon is lost: have them compute
 * precisely. NNAPI takes products of attention (BATCH_MATMUL) from Android 11 on, words and recurrent steps
 * from Android 10. No tensor on the way is without dimensions but SPLIT's axis, a constant.
 */
public final class TfliteExporter {
  private TfliteExporter() { }

  /**
   * A whole network: recurrent layers begin with zeros.
   *
   * @param network begins with an {@code Image} (the input's shape is then [1, height, width, channels]), a
   *     {@code Dense} layer ([1, inputs]), a {@code Sequence} ([1, steps, features]), or a layer for words
   *     (INT32 [1, steps], as many as the options say)
   * @throws ExportException a layer cannot be expressed; the message names it and lists those that can
   */
  public static ExportedModel export(Layer network, ExportOptions options) throws ExportException {
    ModelExport export = new ModelExport(network, options);
    return export.finish(RecurrentExport.Start.ZEROS, Map.of());
  }

  /**
   * One step of a network with state, as a keyboard runs it: beside the input (a word, INT32 [1, 1], or the
   * features of one step, FLOAT32 [1, 1, features]) there is for each recurrent layer a state input [1,
   * stateSize] and the output that is its next value. They are called {@code state} and {@code next_state};
   * where there are several, {@code state_1}, {@code next_state_1} and so on, in the order in which the
   * layers run. An output of features has the shape [1, features].
   *
   * @throws ExportException a layer cannot be expressed, or looks at a whole sequence
   */
  public static ExportedModel exportStep(Layer network, ExportOptions options) throws ExportException {
    ModelExport export = new ModelExport(network, options.withSteps(1));
    StepStates states;
    try {
      states = new StepStates(Stateful.recurrentLayers(network));
    } catch (IllegalArgumentException e) {
      throw export.refusal(e.getMessage());
    }
    return export.finish(states, states.names());
  }

  /** The file alone of a whole network, with these names in the signature. */
  public static byte[] export(Sequential network, String input, String output) throws ExportException {
    return export(network, ExportOptions.DEFAULTS.withInput(input).withOutput(output)).file();
  }
}
