package app.inkling.mllib.autodiff;

/**
 * The point-wise part of one step of a recurrent network, for one row (an example at a step). The products
 * with the weights are {@link RecurrentOp}'s.
 */
abstract class RecurrentCell {
  final int units;
  private final int gates;
  private final int stateSize;
  private final boolean splits;

  /**
   * @param gates blocks of {@code units} columns that the weights have
   * @param stateSize numbers of an example's state; the hidden state is the first {@code units} of them
   * @param splits whether the products of input and of hidden state stay apart
   */
  RecurrentCell(int units, int gates, int stateSize, boolean splits) {
    this.units = units;
    this.gates = gates;
    this.stateSize = stateSize;
    this.splits = splits;
  }

  /** Columns of the weights. */
  final int width() {
    return gates * units;
  }

  final int stateSize() {
    return stateSize;
  }

  final boolean splits() {
    return splits;
  }

  /** Called once, with the number of rows that {@link #forward} will be called for. */
  abstract void allocate(int rows);

  /**
   * @param x product of the input, biased
   * @param h product of the hidden state; plus {@code x} unless this cell {@link #splits}
   * @param before state before the step
   * @param after state after it, to be filled
   */
  abstract void forward(int row, float[] x, float[] h, float[] before, float[] after);

  /**
   * @param dAfter by the state after the step; may be overwritten
   * @param dBefore by the state before it, to be filled, without what comes through {@code h}
   * @param dx by {@code x}, to be filled
   * @param dh by {@code h}, to be filled if this cell {@link #splits}
   */
  abstract void backward(int row, float[] before, float[] dAfter, float[] dBefore, float[] dx, float[] dh);

  final float[] block(float[] to, float[] from, int index) {
    System.arraycopy(from, index * units, to, 0, units);
    return to;
  }

  final void putBlock(float[] to, int index, float[] from) {
    System.arraycopy(from, 0, to, index * units, units);
  }
}
