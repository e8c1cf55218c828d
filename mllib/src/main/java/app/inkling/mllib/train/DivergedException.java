package app.inkling.mllib.train;

/** A training left the finite numbers. The message says where, and what may help. */
public final class DivergedException extends ArithmeticException {
  private static final long serialVersionUID = 1;

  public DivergedException(String message) {
    super(message);
  }
}
