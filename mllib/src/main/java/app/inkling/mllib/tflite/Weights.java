package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.tflite.TfliteModel.Rows;

/** Our weights in the order of TensorFlow Lite's operators, a row for each output. */
final class Weights {
  private Weights() { }

  /** CONV_2D: [outputs, height, width, inputs]; ours is [outputs, inputs * height * width]. */
  static Rows outputHeightWidthInput(Conv2d layer) {
    int inputs = layer.inputs();
    int area = layer.kernelHeight() * layer.kernelWidth();
    float[][] rows = layer.weight().value().rows();
    return output -> {
      float[] turned = new float[area * inputs];
      int at = 0;
      for (int tap = 0; tap < area; tap++) {
        for (int input = 0; input < inputs; input++) {
          turned[at++] = rows[output][input * area + tap];
        }
      }
      return turned;
    };
  }

  /** FULLY_CONNECTED: [outputs, inputs]; ours is [inputs, outputs]. */
  static Rows outputInput(Parameter weight) {
    return outputInput(weight, 0);
  }

  /** The same from one of the outputs on: a gate's block of a recurrent layer. */
  static Rows outputInput(Parameter weight, int from) {
    float[][] rows = weight.value().rows();
    return output -> {
      float[] column = new float[rows.length];
      for (int input = 0; input < column.length; input++) {
        column[input] = rows[input][from + output];
      }
      return column;
    };
  }
}
