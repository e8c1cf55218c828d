package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Activations;
import app.inkling.mllib.kernel.Gates;
import app.inkling.mllib.kernel.Rows;

/**
 * {@code n = tanh(xn + r * hn); h = (1 - z) * n + z * h0}. Blocks of the weights: r, z, n. The reset gate
 * works on the product, as in cuDNN and PyTorch, not on the state before it.
 */
final class GruCell extends RecurrentCell {
  private float[][] reset;
  private float[][] update;
  private float[][] candidate;
  private float[][] hiddenPart;
  private final float[] one;
  private final float[] other;

  GruCell(int units) {
    super(units, 3, units, true);
    one = new float[units];
    other = new float[units];
  }

  @Override
  void allocate(int rows) {
    reset = new float[rows][units];
    update = new float[rows][units];
    candidate = new float[rows][units];
    hiddenPart = new float[rows][units];
  }

  @Override
  void forward(int row, float[] x, float[] h, float[] before, float[] after) {
    gate(reset[row], x, h, 0);
    gate(update[row], x, h, 1);
    Gates.reset(one, block(other, x, 2), reset[row], block(hiddenPart[row], h, 2), units);
    Activations.tanh(candidate[row], one, units);
    Gates.update(after, update[row], candidate[row], before, units);
  }

  private void gate(float[] gate, float[] x, float[] h, int index) {
    Rows.sum(one, block(one, x, index), block(other, h, index), units);
    Activations.sigmoid(gate, one, units);
  }

  @Override
  void backward(int row, float[] before, float[] dAfter, float[] dBefore, float[] dx, float[] dh) {
    Gates.coupledGradient(one, dAfter, before, candidate[row], update[row], units);
    putBlock(dx, 1, one);
    putBlock(dh, 1, one);
    Rows.multiply(dBefore, dAfter, update[row], units);
    Gates.updatedCandidateGradient(one, dAfter, update[row], candidate[row], units);
    putBlock(dx, 2, one);
    Rows.multiply(other, one, reset[row], units);
    putBlock(dh, 2, other);
    Gates.gateGradient(other, one, hiddenPart[row], reset[row], units);
    putBlock(dx, 0, other);
    putBlock(dh, 0, other);
  }
}
