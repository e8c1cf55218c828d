package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.BatchNorm;

/** Weights by output, each output's numbers one after the other, and the outputs' biases. */
record Affine(float[] weights, float[] bias) {
  /** The operators' first version wants a bias: zeros where the layer has none. */
  Affine(float[] weights, Parameter bias, int outputs) {
    this(weights, bias == null ? new float[outputs] : bias.value().toArray());
  }

  /** With a normalisation behind it, which in use is one factor and one shift for each output. */
  Affine followedBy(BatchNorm norm) {
    if (norm == null) {
      return this;
    }
    float[] factors = norm.factors();
    float[] shifts = norm.shifts();
    float[] scaled = weights.clone();
    float[] shifted = bias.clone();
    int inputs = weights.length / bias.length;
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factors[i / inputs];
    }
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = shifted[i] * factors[i] + shifts[i];
    }
    return new Affine(scaled, shifted);
  }
}
