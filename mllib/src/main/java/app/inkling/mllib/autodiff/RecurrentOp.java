package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;

/**
 * A recurrent network over a whole sequence, one node of the tape.
 *
 * <p>Letters: T steps, N examples, I inputs, S state, H units, G columns of the weights. A row is an example
 * at a step: t * N + n. The input's product is one for all steps, and so are the weights' gradients; only the
 * hidden state's product and the point-wise part go step by step.
 */
final class RecurrentOp extends Op {
  private final RecurrentCell cell;
  private final int steps;
  private final int examples;
  private final int ins;
  private final int width;
  private final float[][] xPart;
  private final float[][] hPart;
  /** State before each row's step: those that came in, then this op's own output. */
  private final float[][] before;
  private final float[][][] hPartSteps;
  private final float[][][] beforeSteps;
  private float[][][] dhPartSteps;
  private float[][] dxPart;
  private float[][] dhPart;
  private float[][] carried;
  private float[] dState;
  private float[][] transposedWeight;
  private float[][] transposedRecurrent;
  private float[][] transposedInput;
  private float[][] transposedHidden;

  /**
   * @param inputs x [T, N, I], state [N, S], weight [I, G], recurrent [H, G], bias [G], and a second bias [G]
   * if     the cell splits
   */
  RecurrentOp(RecurrentCell cell, Var... inputs) {
    super(Tensor.zeros(Shape.of(inputs[0].shape().get(0), inputs[0].shape().get(1), cell.stateSize())),
        inputs);
    this.cell = cell;
    steps = inputs[0].shape().get(0);
    examples = inputs[0].shape().get(1);
    ins = inputs[0].shape().get(2);
    width = cell.width();
    int rows = steps * examples;
    xPart = new float[rows][width];
    hPart = new float[rows][width];
    before = new float[rows][];
    System.arraycopy(input(1).rows(), 0, before, 0, examples);
    System.arraycopy(output().rows(), 0, before, examples, rows - examples);
    hPartSteps = bySteps(hPart);
    beforeSteps = bySteps(before);
    cell.allocate(rows);
  }

  @Override
  protected void forward() {
    float[][] states = output().rows();
    for (float[] row : xPart) {
      System.arraycopy(input(4).rows()[0], 0, row, 0, width);
    }
    graph().kernels().add(xPart, xPart.length, input(0).rows(), 0, input(2).rows(), ins, width);
    for (int t = 0; t < steps; t++) {
      int from = t * examples;
      for (int row = from; row < from + examples; row++) {
        System.arraycopy(cell.splits() ? input(5).rows()[0] : xPart[row], 0, hPart[row], 0, width);
      }
      graph().kernels().add(hPartSteps[t], examples, beforeSteps[t], 0, input(3).rows(), cell.units, width);
      for (int row = from; row < from + examples; row++) {
        cell.forward(row, xPart[row], hPart[row], before[row], states[row]);
      }
    }
  }

  /** {@code refs[t]}: the rows of one step. */
  private float[][][] bySteps(float[][] rows) {
    float[][][] steps = new float[this.steps][][];
    for (int t = 0; t < steps.length; t++) {
      steps[t] = Arrays.copyOfRange(rows, t * examples, (t + 1) * examples);
    }
    return steps;
  }

  @Override
  protected void prepareBackward(Workspace workspace) {
    int rows = xPart.length;
    dxPart = workspace.takeRows(rows, width);
    dhPart = cell.splits() ? workspace.takeRows(rows, width) : dxPart;
    carried = workspace.takeRows(examples, cell.stateSize());
    transposedWeight = workspace.takeRows(width, ins);
    transposedRecurrent = workspace.takeRows(width, cell.units);
    transposedInput = workspace.takeRows(ins, rows);
    transposedHidden = workspace.takeRows(cell.units, rows);
    dState = new float[cell.stateSize()];
    dhPartSteps = bySteps(dhPart);
    workspace.giveBack(dxPart);
    if (cell.splits()) {
      workspace.giveBack(dhPart);
    }
    workspace.giveBack(carried);
    workspace.giveBack(transposedWeight);
    workspace.giveBack(transposedRecurrent);
    workspace.giveBack(transposedInput);
    workspace.giveBack(transposedHidden);
  }

  @Override
  protected void backward() {
    backThroughTime();
    int rows = xPart.length;
    if (wantsGradient(0)) {
      Columns.transpose(transposedWeight, input(2).rows(), ins, width);
      inputGradient(0).fill(0);
      graph().kernels().add(inputGradient(0).rows(), rows, dxPart, 0, transposedWeight, width, ins);
    }
    if (wantsGradient(1)) {
      for (int n = 0; n < examples; n++) {
        System.arraycopy(carried[n], 0, inputGradient(1).rows()[n], 0, carried[n].length);
      }
    }
    if (wantsGradient(2)) {
      weightGradient(inputGradient(2), transposedInput, input(0).rows(), ins, dxPart);
    }
    if (wantsGradient(3)) {
      weightGradient(inputGradient(3), transposedHidden, before, cell.units, dhPart);
    }
    if (wantsGradient(4)) {
      sumRows(inputGradient(4), dxPart);
    }
    if (cell.splits() && wantsGradient(5)) {
      sumRows(inputGradient(5), dhPart);
    }
  }

  private void backThroughTime() {
    float[][] dStates = outputGradient().rows();
    Columns.transpose(transposedRecurrent, input(3).rows(), cell.units, width);
    for (float[] row : carried) {
      Arrays.fill(row, 0);
    }
    for (int t = steps - 1; t >= 0; t--) {
      for (int n = 0; n < examples; n++) {
        int row = t * examples + n;
        Rows.sum(dState, dStates[row], carried[n], dState.length);
        cell.backward(row, before[row], dState, carried[n], dxPart[row], dhPart[row]);
      }
      graph().kernels().add(carried, examples, dhPartSteps[t], 0, transposedRecurrent, width, cell.units);
    }
  }

  private void weightGradient(Tensor gradient, float[][] transposed, float[][] factors, int count,
      float[][] dPart) {
    Columns.transpose(transposed, factors, dPart.length, count);
    gradient.fill(0);
    graph().kernels().add(gradient.rows(), count, transposed, 0, dPart, dPart.length, dPart[0].length);
  }

  private static void sumRows(Tensor gradient, float[][] rows) {
    gradient.fill(0);
    for (float[] row : rows) {
      Rows.add(gradient.rows()[0], row, row.length);
    }
  }
}
