package app.inkling.mllib.train;

/**
 * Says when a validation loss has stopped falling: after so many measurements in a row that were no better
 * than the best (Prechelt, "Early stopping - but when?", 1998, criterion UP in its simplest form). Keep a
 * copy of the weights whenever {@link #measured} says so: they are the ones to use in the end.
 */
public final class EarlyStopping {
  private final int patience;
  private final double improvement;
  private double best = Double.POSITIVE_INFINITY;
  private int since;

  /**
   * @param patience measurements without improvement before it is enough, at least 1
   * @param improvement by how much a loss must be below the best to count, 0 or more
   */
  public EarlyStopping(int patience, double improvement) {
    if (patience < 1 || !(improvement >= 0)) {
      throw new IllegalArgumentException("EarlyStopping: patience is " + patience + ", improvement "
          + improvement
          + "; wants at least 1 and at least 0");
    }
    this.patience = patience;
    this.improvement = improvement;
  }

  /**
   * Takes the next validation loss; one that isn't a number is no improvement.
   *
   * @return whether it is the best so far, that is, whether these weights should be kept
   */
  public boolean measured(double loss) {
    boolean better = loss < best - improvement;
    if (better) {
      best = loss;
      since = 0;
    } else {
      since++;
    }
    return better;
  }

  /** Whether it has gone on long enough. */
  public boolean shouldStop() {
    return since >= patience;
  }

  /** The lowest loss so far; infinity before the first. */
  public double best() {
    return best;
  }
}
