package app.inkling.mllib.tensor;

/** A shape that doesn't fit. The message says who, what was wanted, what came, and what to do. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public ShapeException(String message) {
    super(message);
  }
}
