package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.tensor.Tensor;

/** Our weights in the order of TensorFlow Lite's operators. */
final class Weights {
  private Weights() { }

  /** CONV_2D: [outputs, height, width, inputs]; ours is [outputs, inputs * height * width]. */
  static float[] outputHeightWidthInput(Conv2d layer) {
    int inputs = layer.inputs();
    int area = layer.kernelHeight() * layer.kernelWidth();
    float[][] rows = layer.weight().value().rows();
    float[] turned = new float[layer.outputs() * area * inputs];
    int at = 0;
    for (float[] row : rows) {
      for (int tap = 0; tap < area; tap++) {
        for (int input = 0; input < inputs; input++) {
          turned[at++] = row[input * area + tap];
        }
      }
    }
    return turned;
  }

  /** FULLY_CONNECTED: [outputs, inputs]; ours is [inputs, outputs]. */
  static float[] outputInput(Parameter weight) {
    Tensor value = weight.value();
    return outputInput(weight, 0, value.shape().get(1));
  }

  /** The same of some of the outputs: a gate's block of a recurrent layer. */
  static float[] outputInput(Parameter weight, int from, int count) {
    float[][] rows = weight.value().rows();
    float[] turned = new float[count * rows.length];
    int at = 0;
    for (int output = from; output < from + count; output++) {
      for (float[] row : rows) {
        turned[at++] = row[output];
      }
    }
    return turned;
  }
}
