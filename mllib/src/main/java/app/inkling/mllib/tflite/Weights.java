package app.inkling.mllib.tflite;

import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;

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
  static float[] outputInput(Dense layer) {
    float[][] rows = layer.weight().value().rows();
    float[] turned = new float[layer.outputs() * layer.inputs()];
    int at = 0;
    for (int output = 0; output < layer.outputs(); output++) {
      for (int input = 0; input < layer.inputs(); input++) {
        turned[at++] = rows[input][output];
      }
    }
    return turned;
  }
}
