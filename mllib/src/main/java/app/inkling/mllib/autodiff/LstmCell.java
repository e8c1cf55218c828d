package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Activations;
import app.inkling.mllib.kernel.Gates;
import app.inkling.mllib.kernel.Rows;
import java.util.Arrays;

/**
 * {@code c = f * c0 + i * g; h = o * tanh(c)}, the state being (h, c). Blocks of the weights: i, f, g, o;
 * where coupled, i is 1 - f and the blocks are f, g, o.
 */
final class LstmCell extends RecurrentCell {
  private final boolean coupled;
  private float[][] input;
  private float[][] forget;
  private float[][] candidate;
  private float[][] outputGate;
  private float[][] tanhCell;
  private final float[] oldCell;
  private final float[] cell;
  private final float[] dHidden;
  private final float[] dCell;
  private final float[] block;

  LstmCell(int units, boolean coupled) {
    super(units, coupled ? 3 : 4, 2 * units, false);
    this.coupled = coupled;
    oldCell = new float[units];
    cell = new float[units];
    dHidden = new float[units];
    dCell = new float[units];
    block = new float[units];
  }

  @Override
  void allocate(int rows) {
    input = new float[rows][units];
    forget = new float[rows][units];
    candidate = new float[rows][units];
    outputGate = new float[rows][units];
    tanhCell = new float[rows][units];
  }

  @Override
  void forward(int row, float[] x, float[] h, float[] before, float[] after) {
    int first = coupled ? 0 : 1;
    Activations.sigmoid(forget[row], block(block, h, first), units);
    if (coupled) {
      Gates.couple(input[row], forget[row], units);
    } else {
      Activations.sigmoid(input[row], block(block, h, 0), units);
    }
    Activations.tanh(candidate[row], block(block, h, first + 1), units);
    Activations.sigmoid(outputGate[row], block(block, h, first + 2), units);
    Gates.cell(cell, forget[row], block(oldCell, before, 1), input[row], candidate[row], units);
    Activations.tanh(tanhCell[row], cell, units);
    Rows.multiply(block, outputGate[row], tanhCell[row], units);
    putBlock(after, 0, block);
    putBlock(after, 1, cell);
  }

  @Override
  void backward(int row, float[] before, float[] dAfter, float[] dBefore, float[] dx, float[] dh) {
    int first = coupled ? 0 : 1;
    block(oldCell, before, 1);
    block(dHidden, dAfter, 0);
    block(dCell, dAfter, 1);
    Gates.cellGradient(dCell, dHidden, outputGate[row], tanhCell[row], units);
    Gates.gateGradient(block, dHidden, tanhCell[row], outputGate[row], units);
    putBlock(dx, first + 2, block);
    Gates.candidateGradient(block, dCell, input[row], candidate[row], units);
    putBlock(dx, first + 1, block);
    if (coupled) {
      Gates.coupledGradient(block, dCell, oldCell, candidate[row], forget[row], units);
    } else {
      Gates.gateGradient(block, dCell, candidate[row], input[row], units);
      putBlock(dx, 0, block);
      Gates.gateGradient(block, dCell, oldCell, forget[row], units);
    }
    putBlock(dx, first, block);
    Arrays.fill(dBefore, 0, units, 0);
    Rows.multiply(block, dCell, forget[row], units);
    putBlock(dBefore, 1, block);
  }
}
