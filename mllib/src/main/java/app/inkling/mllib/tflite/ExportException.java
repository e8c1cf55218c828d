package app.inkling.mllib.tflite;

/** A network has a part that TensorFlow Lite's operators, as we write them, cannot express. */
public final class ExportException extends Exception {
  private static final long serialVersionUID = 1;

  /** @param message which part of which network, and what can be expressed instead */
  public ExportException(String message) {
    super(message);
  }
}
