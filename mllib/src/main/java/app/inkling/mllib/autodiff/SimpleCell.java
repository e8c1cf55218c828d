package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Activations;
import java.util.Arrays;

/** {@code h = tanh(x W + b + h0 U)} (Elman 1990, "Finding structure in time"). */
final class SimpleCell extends RecurrentCell {
  private float[][] hidden;

  SimpleCell(int units) {
    super(units, 1, units, false);
  }

  @Override
  void allocate(int rows) {
    hidden = new float[rows][units];
  }

  @Override
  void forward(int row, float[] x, float[] h, float[] before, float[] after) {
    Activations.tanh(hidden[row], h, units);
    putBlock(after, 0, hidden[row]);
  }

  @Override
  void backward(int row, float[] before, float[] dAfter, float[] dBefore, float[] dx, float[] dh) {
    Activations.tanhGradient(dx, dAfter, hidden[row], units);
    Arrays.fill(dBefore, 0);
  }
}
