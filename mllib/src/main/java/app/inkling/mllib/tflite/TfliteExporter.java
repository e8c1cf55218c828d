package app.inkling.mllib.tflite;

import app.inkling.mllib.nn.Sequential;

/**
 * Turns a trained network into a {@code .tflite} file.
 *
 * <p>The file has static shapes with a batch of one, FLOAT32 weights, builtin operators of TensorFlow Lite
 * 2.6 or older and the signature {@code serving_default}. Images are NHWC. A ReLU right behind a convolution,
 * a pooling or a dense layer is fused into it; dropout, which does nothing outside training, is left out. The
 * same network gives the same bytes. Its probabilities differ from this library's own forward pass by at most
 * 1e-5, which tests hold in two runtimes.
 */
public final class TfliteExporter {
  private TfliteExporter() { }

  /**
   * @param network begins with an {@code Image} (the input's shape is then [1, height, width, channels]) or a
   *     {@code Dense} layer ([1, inputs])
   * @param input name of the input in the signature
   * @param output name of the output in the signature
   * @return the file's bytes; {@link TfliteFile#write} puts them on disk
   * @throws ExportException a layer cannot be expressed; the message names it and lists those that can
   */
  public static byte[] export(Sequential network, String input, String output) throws ExportException {
    return TfliteWriter.write(new SequentialExport(network).model(input, output));
  }
}
