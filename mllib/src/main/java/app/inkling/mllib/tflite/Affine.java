package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.nn.BatchNorm;
import app.inkling.mllib.tflite.TfliteModel.Rows;

/** Weights, a row for each output, and the outputs' biases. */
record Affine(Rows weights, float[] bias) {
  /** The operators' first version wants a bias: zeros where the layer has none. */
  Affine(Rows weights, Parameter bias, int outputs) {
    this(weights, bias == null ? new float[outputs] : bias.value().toArray());
  }

  /** With a normalisation behind it, which in use is one factor and one shift for each output. */
  Affine followedBy(BatchNorm norm) {
    if (norm == null) {
      return this;
    }
    float[] factors = norm.factors();
    float[] shifts = norm.shifts();
    float[] shifted = bias.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = shifted[i] * factors[i] + shifts[i];
    }
    return new Affine(output -> scaled(weights.row(output), factors[output]), shifted);
  }

  private static float[] scaled(float[] row, float factor) {
    float[] scaled = row.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }
}
